// brat standoff: a text and its annotations a pair of files, with the configuration that reads them, in a zip.

import { Zip, ZipDeflate } from 'fflate'
import { spansOf } from '../../claims/written.ts'
import type { ArticleEntry, ClaimEntry, Corpus, QuestionRow } from '../corpus.ts'
import { type Format, losses } from '../format.ts'

/** The first day a zip can name, so that the same corpus gives the same bytes. */
const FIRST_DAY = '1980-01-01T00:00:00'

/** Fragments as brat has them: in code points, and none across a line. */
function fragmentsOf(stored: string): { readonly at: string; readonly words: string } {
  const found = spansOf(stored).flatMap(({ exact, points: [from] }) =>
    [...exact.matchAll(/[^\n]+/g)].map(({ 0: words, index }) => {
      const start = from + pointsIn(exact.slice(0, index))
      return { start, end: start + pointsIn(words), words }
    }),
  )
  return {
    at: found.map(({ start, end }) => `${start} ${end}`).join(';'),
    words: found.map(({ words }) => words).join(' '),
  }
}

const pointsIn = (text: string) => [...text].length

function annotationsOf(claims: readonly ClaimEntry[]): string {
  const lines: string[] = []
  const next = { T: 0, A: 0, R: 0, '#': 0 }
  const id = (kind: keyof typeof next) => `${kind}${++next[kind]}`
  const text = (type: string, spans: string) => {
    const { at, words } = fragmentsOf(spans)
    const name = id('T')
    lines.push(`${name}\t${type} ${at}\t${words}`)
    return name
  }
  for (const claim of claims) {
    const content = text('Content', claim.content)
    const attribute = (name: string, value: string) => {
      const attributeId = id('A')
      lines.push(`${attributeId}\t${name} ${content} ${value}`)
      return attributeId
    }
    attribute('Type', claim.type)
    attribute('Polarity', claim.polarity)
    attribute('Status', claim.status)
    // Noted beside it: where it comes back as it was, nobody has placed the claim anew.
    for (const { question, position } of claim.positions.filter((one) => one.basis !== 'machine'))
      lines.push(`${id('#')}\tStands ${attribute(`Position_${question}`, position)}\t${position}`)
    for (const { name } of claim.speakers) lines.push(`${id('#')}\tSpeaker ${content}\t${name}`)
    const linked = [
      ['Cue', 'Reports', claim.cue],
      ['Source', 'Says', claim.source],
    ] as const
    for (const [type, relation, spans] of linked)
      if (spans !== '[]') lines.push(`${id('R')}\t${relation} Arg1:${text(type, spans)} Arg2:${content}`)
  }
  return lines.map((line) => `${line}\n`).join('')
}

async function configuration(questions: AsyncIterable<QuestionRow>): Promise<string> {
  const attribute = (name: string, values: readonly string[]) =>
    `${name}\tArg:Content, Value:${values.join('|')}`
  const positions: string[] = []
  for await (const { slug, positions: of } of questions)
    positions.push(
      attribute(
        `Position_${slug}`,
        of.map((one) => one.slug),
      ),
    )
  return [
    '[entities]',
    ...['Content', 'Cue', 'Source'],
    '[relations]',
    'Reports\tArg1:Cue, Arg2:Content',
    'Says\tArg1:Source, Arg2:Content',
    '[events]',
    '[attributes]',
    attribute('Type', ['direct', 'indirect', 'mixed']),
    attribute('Polarity', ['asserted', 'denied', 'questioned']),
    attribute('Status', ['proposed', 'confirmed', 'rejected']),
    ...positions,
    '',
  ].join('\n')
}

function filesOf({ article, claims }: ArticleEntry<'text'>): [name: string, text: string][] {
  return [
    [`${article.id}.txt`, article.text],
    [`${article.id}.ann`, annotationsOf(claims)],
  ]
}

async function* write(corpus: Corpus) {
  const done: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    done.push(chunk)
  })
  const put = (name: string, text: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = FIRST_DAY
    zip.add(file)
    file.push(Buffer.from(text), true)
    return done.splice(0)
  }
  yield put('annotation.conf', await configuration(corpus.questions()))
  for await (const entry of corpus.articles(['text']))
    for (const [name, text] of filesOf(entry)) yield put(name, text)
  zip.end()
  yield done
}

export const brat: Format = {
  name: 'brat.zip',
  operationId: 'exportBrat',
  mediaType: 'application/zip',
  summary: 'Export as brat standoff',
  description:
    'A zip with a `.txt` and an `.ann` for each article and an `annotation.conf`: contents, cues and sources as entities, in code points; type, polarity, status and positions as attributes, speakers as notes.',
  losses: [
    losses.keys,
    losses.ledger,
    { code: 'article-data', detail: 'What is known about articles beyond their text.' },
    losses.speakers,
    { code: 'line-ends', detail: 'Whether a claim over a line end is one piece or two.' },
    losses.questions,
    losses.tags,
    { code: 'machine-positions', detail: 'Positions that rest on the machine alone.' },
    losses.history,
    losses.rationales,
    losses.confidence,
    losses.made,
    losses.hearsay,
  ],
  filtered: true,
  write,
}
