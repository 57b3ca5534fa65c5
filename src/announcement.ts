// What the first lines on the screen say: where the service is, the first key, and two commands to try.

export interface Announcement {
  readonly version: string
  /** Such as http://127.0.0.1:3000. */
  readonly address: string
  /** Given once, when the start made it. */
  readonly newAdminKey: string | null
  /** The question whose positions the first command reads. */
  readonly question: string
}

export function announce({ version, address, newAdminKey, question }: Announcement): string {
  const key = newAdminKey ?? '$KEY'
  return [
    '',
    `Averment ${version} serves on ${address} (a page to read, tag and add; documentation: ${address}/docs)`,
    ...(newAdminKey === null
      ? []
      : ['', `The first admin's key, shown this once: ${newAdminKey}`, 'Keep it: only its hash is stored.']),
    '',
    'Who stands where:',
    `  curl '${address}/v1/positions?question=${question}'`,
    'Take an article in, and ask again:',
    `  curl -X POST ${address}/v1/articles -H "Authorization: Bearer ${key}" -H 'content-type: application/json' -d @examples/article.json`,
    '',
  ].join('\n')
}
