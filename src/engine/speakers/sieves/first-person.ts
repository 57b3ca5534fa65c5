// "I" and "we" are whoever is speaking: inside somebody's words, they; in an opinion, the judge or the court;
// elsewhere the writer of the piece or the house that publishes it.
// Holm: “I told him that it was ours” → Holm; "QUILL, J., dissenting. I would affirm" → Quill
import { authorsOf } from '../authors.ts'
import type { Figure } from '../figure.ts'
import type { Answer, Sieve, Source, Stage } from './sieve.ts'

const FIRST_PERSON = /^(?:(i|my|me|mine|my own)|(we|our|us|ours|our own|my colleagues|my brethren))$/

export const firstPerson: Sieve = (source, stage) => {
  if (source.text === 'this court') {
    const { figures, method, confidence } = house(source, stage)
    return figures.length > 0 ? { figures, method, confidence } : null
  }
  const match = FIRST_PERSON.exec(source.text)
  if (!match || source.first >= source.last || stage.scene.words[source.first]?.text === 'US') return null
  const outer = speakerAround(source.attribution.parent, stage)
  if (outer) return { figures: outer, method: 'pronoun', confidence: 0.85 }
  return match[1] ? writer(source, stage) : house(source, stage)
}

function speakerAround(parent: number | null, { answers, attributions }: Stage): readonly Figure[] | null {
  const answer = parent === null || attributions[parent]?.type === 'indirect' ? undefined : answers[parent]
  return answer && answer.figures.length > 0 ? answer.figures : null
}

/** Words by which a court speaks of itself in its decision. */
const DECIDES =
  /\b[Ww]e (?:hold|affirm|reverse|dismiss|allow)\b|\bappeals? (?:is|are|must be|should be) (?:dismissed|allowed)\b|\bRelease date\b/
const LONGEST_READ = 100_000

const unknown: Answer = { figures: [], method: 'none', confidence: 0.3 }

const answer = (figure: Figure | undefined, confidence: number): Answer =>
  figure ? { figures: [figure], method: 'pronoun', confidence } : unknown

/** The judge under whose heading the word stands, or whose byline the piece bears. */
function writer(source: Source, { scene }: Stage): Answer {
  const { headings, writer } = authorsOf(scene)
  const start = source.attribution.source[0]?.start ?? 0
  const judge = headings.findLast((heading) => heading.at <= start)?.judge
  return judge ? answer(judge, 0.9) : answer(writer, 0.75)
}

/** The court that gives the opinion, or the firm or society that publishes. */
function house(source: Source, { scene }: Stage): Answer {
  const { headings, court, house } = authorsOf(scene)
  if (headings.length > 0) return answer(court, 0.8)
  if (source.text.startsWith('my ')) return unknown
  if (house) return answer(house, 0.8)
  return DECIDES.test(scene.document.text.slice(0, LONGEST_READ))
    ? answer(scene.discourse.court, 0.6)
    : unknown
}
