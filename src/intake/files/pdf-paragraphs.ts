// Lines of pages as paragraphs: without running heads and page numbers, words that were split at line ends made whole.

/** Each page as its lines, blank ones between paragraphs. */
export function paragraphsOf(pages: readonly (readonly string[])[]): string {
  const bare = withoutRunningLines(pages)
  const paragraphs: string[] = []
  for (const page of bare) {
    const own = page
      .join('\n')
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean)
    const [first, ...rest] = own
    if (first === undefined) continue
    const last = paragraphs.at(-1)
    // A sentence that goes on overleaf is one sentence.
    if (last !== undefined && !/[.!?:”"’')\]]$/.test(last) && /^[\p{Ll}“"‘(]/u.test(first))
      paragraphs.splice(-1, 1, `${last}\n${first}`, ...rest)
    else paragraphs.push(...own)
  }
  const text = paragraphs.join('\n\n')
  return joined(text)
}

/** On shorter pages what repeats may be all there is. */
const FEWEST_LINES = 4
/** What is said is no running head, however often it is said. */
const SAID = /[“”"«»]|\p{L}[.!?]$/u

/** A line at the edge of more than half of the pages, but for its digits, is no part of the article. */
function withoutRunningLines(pages: readonly (readonly string[])[]): (readonly string[])[] {
  if (pages.length < 3) return [...pages]
  const mask = (line: string | undefined) => line?.replace(/\d+/g, '#') ?? ''
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const edge of new Set([mask(page[0]), mask(page.at(-1))]))
      counts.set(edge, (counts.get(edge) ?? 0) + 1)
  const isRunning = (line: string) => !SAID.test(line) && (counts.get(mask(line)) ?? 0) * 2 > pages.length
  return pages.map((page) =>
    page.length < FEWEST_LINES
      ? page
      : page.filter((line, i) => !((i === 0 || i === page.length - 1) && isRunning(line))),
  )
}

/**
 * `pri-` and `vacy` are one word; `self-` and `reported` keep their hyphen when the text has it so elsewhere. Words are
 * bounded, since a run of letters without end would be gone through again from each of its letters.
 */
function joined(text: string): string {
  const hyphenated = new Set(text.match(/\p{L}{1,40}-\p{L}{1,40}/gu) ?? [])
  return text
    .replace(/(\p{L}{1,40})-\n(\p{Ll}{1,40})/gu, (_, head: string, tail: string) =>
      hyphenated.has(`${head}-${tail}`) ? `${head}-${tail}` : head + tail,
    )
    .replace(/(?<!\n)\n(?!\n)/g, ' ')
}
