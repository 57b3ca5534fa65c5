// Lists those who speak, and those they speak for, with the claims that point at them.
import type { Attribution, ExtractedSpeaker, Extraction, SpeakerKind } from '../types.ts'
import { knownBody } from './body-names.ts'
import type { Figure } from './figure.ts'
import { CLOSED_WORDS } from './lexicon/closed-words.ts'
import type { Answer } from './sieves/sieve.ts'

export function listed(attributions: readonly Attribution[], answers: readonly Answer[]): Extraction {
  const order: Figure[] = []
  const indices = new Map<Figure, number>()
  const indexOf = (figure: Figure): number => {
    const known = indices.get(figure)
    if (known !== undefined) return known
    indices.set(figure, order.length)
    order.push(figure)
    return order.length - 1
  }
  const claims = attributions.map((attribution, index) => {
    const answer = answers[index]
    const speakers = [...new Set((answer?.figures ?? []).map(indexOf))]
    return {
      ...attribution,
      speakers,
      attribution: { method: answer?.method ?? 'none', confidence: answer?.confidence ?? 0 },
    }
  })
  for (const figure of [...order]) for (const { figure: body } of figure.affiliations) indexOf(body)
  return { claims, speakers: order.map((figure) => speakerOf(figure, indices)) }
}

function speakerOf(figure: Figure, indices: ReadonlyMap<Figure, number>): ExtractedSpeaker {
  const known = figure.proper && figure.kind !== 'person' ? knownBody(figure.name) : undefined
  const name = known && isForm(figure.name, known.name) ? known.name : figure.name
  const aliases = [figure.name, ...figure.aliases, ...(known ? [known.name, ...known.other] : [])].filter(
    (alias) => alias !== name && tells(alias),
  )
  const affiliations = figure.affiliations.flatMap(({ figure: body, role }) => {
    const speaker = indices.get(body)
    return speaker === undefined ? [] : [{ speaker, role }]
  })
  const kind = known?.kind ?? kindOf(figure)
  return { name, kind, aliases: [...new Set(aliases)], affiliations }
}

/** "one", "others" and "58" are nobody's name. */
const tells = (alias: string): boolean =>
  /\p{L}{2}/u.test(alias) &&
  !CLOSED_WORDS.has(alias.toLowerCase()) &&
  !/^(?:percent|per cent|th)$/i.test(alias)

/** "US Department of Justice" goes by "Department of Justice"; other usual names stay as the article has them. */
const isForm = (written: string, name: string): boolean => written.endsWith(name)

/** A named body of unknown kind is an organization; a place that speaks is its government. */
function kindOf(figure: Figure): SpeakerKind {
  if (figure.kind !== 'unknown' || !figure.proper) return figure.kind
  return figure.place ? 'government' : 'organization'
}
