// A question nobody has trained on, and articles written with their spans marked: [source], {cue}, <content>.
import { readFileSync } from 'node:fs'
import { readStanceModel } from '../../../src/engine/stance/index.ts'
import type {
  Polarity,
  QuestionDefinition,
  Span,
  StanceArticle,
  StanceClaim,
} from '../../../src/engine/types.ts'

export const MODEL = readStanceModel(
  readFileSync(new URL('../../../src/engine/weights/stance.bin', import.meta.url)),
)

export const GREENHOUSE: QuestionDefinition = {
  slug: 'greenhouse-building-or-garden',
  text: 'Is a greenhouse a building that needs a permit, or part of the garden?',
  guidelines: '',
  positions: [
    {
      slug: 'building',
      label: 'Building',
      kind: 'side',
      definition:
        'A greenhouse is a building and needs a permit, or a ground for that (walls, a roof and a door; it stands for years; a garage is one too).',
    },
    {
      slug: 'garden',
      label: 'Garden',
      kind: 'side',
      definition:
        'A greenhouse belongs to the garden and needs no permit, or a ground for that (plants grow in it; a hedge or trellis is none either; glass over soil).',
    },
    {
      slug: 'ambivalent',
      label: 'Ambivalent',
      kind: 'ambivalent',
      definition:
        'Speaks to the question without taking a side: it depends on the size, or a judge tests a theory by asking.',
    },
    {
      slug: 'off-question',
      label: 'Off the question',
      kind: 'off-question',
      definition: 'Not about the question: prices, dates, procedure, personal remarks.',
    },
  ],
}

const MARKS = /[[\]{}<>]/g

/** Reads one claim per paragraph. The speaker's key is the source as written; denial and question are read off the cue. */
export function articleOf(marked: string, title = ''): StanceArticle {
  const paragraphs = marked.split('\n')
  const claims: StanceClaim[] = []
  let text = ''
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n'
    claims.push(claimIn(paragraph, text.length))
    text += paragraph.replace(MARKS, '')
  }
  return { title, text, claims }
}

function claimIn(paragraph: string, offset: number): StanceClaim {
  const spansOf = (open: string, close: string): Span[] => {
    const spans: Span[] = []
    let plain = offset
    let start = 0
    for (const character of paragraph) {
      if (character === open) start = plain
      else if (character === close) spans.push({ start, end: plain })
      if (!'[]{}<>'.includes(character)) plain += character.length
    }
    return spans
  }
  const between = (open: string, close: string): string =>
    paragraph.slice(paragraph.indexOf(open) + 1, paragraph.indexOf(close)).replace(MARKS, '')
  const cue = between('{', '}')
  return {
    content: spansOf('<', '>'),
    cue: spansOf('{', '}'),
    source: spansOf('[', ']'),
    type: between('<', '>').startsWith('“') ? 'direct' : 'indirect',
    polarity: polarityOf(cue),
    speakers: paragraph.includes('[') ? [between('[', ']')] : [],
    affiliations: [],
  }
}

const polarityOf = (cue: string): Polarity =>
  /den|reject/.test(cue) ? 'denied' : /ask|wonder|doubt/.test(cue) ? 'questioned' : 'asserted'
