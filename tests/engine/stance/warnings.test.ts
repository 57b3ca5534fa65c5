// What the definition form says about a question: one example a warning, and good definitions that pass in silence.
import { expect, test } from 'vitest'
import { warnings } from '../../../src/engine/stance/warnings.ts'
import type { QuestionDefinition } from '../../../src/engine/types.ts'
import { BUSINESS_RECORDS_QUESTION } from '../../../src/questions/shipped.ts'

const FREE =
  'The ferry across the strait is part of the public road and must carry islanders without charge, or a ground for that: roads are free, islands pay the same taxes, no bridge exists.'
const TOLL =
  'The operator may charge every passenger a fare, or a ground for that: the boats are private property, fuel costs money, the charter mentions tariffs.'

const question = (
  sides: Readonly<Record<string, string>>,
  text = 'Must the ferry carry islanders free of charge?',
): QuestionDefinition => ({
  slug: 'ferry',
  text,
  guidelines: '',
  positions: [
    ...Object.entries(sides).map(([slug, definition]) => ({
      slug,
      label: slug,
      definition,
      kind: 'side' as const,
    })),
    { slug: 'ambivalent', label: 'Ambivalent', definition: '', kind: 'ambivalent' },
    { slug: 'off-question', label: 'Off the question', definition: '', kind: 'off-question' },
  ],
})

const twenty = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [
    `side-${i}`,
    Array.from({ length: 14 }, (_, j) => `word${i}x${j}`).join(' of the '),
  ]),
)
const GERMAN =
  'Das Schiff gehört zur öffentlichen Straße und muss Bewohner kostenlos befördern, weil Straßen gebührenfrei sind und keine Brücke besteht'

const examples: readonly [name: string, question: QuestionDefinition, codes: readonly string[]][] = [
  ['grounds on both sides', question({ free: FREE, toll: TOLL }), []],
  ['the shipped question', BUSINESS_RECORDS_QUESTION, []],
  ['no definitions', question({ free: '', toll: '' }), ['no_definition', 'no_definition']],
  [
    'a definition of three words',
    question({ free: 'Nobody pays anything.', toll: TOLL }),
    ['short_definition'],
  ],
  [
    'the side without its grounds',
    question({ free: 'The ferry must carry islanders across the strait without charge.', toll: TOLL }),
    ['no_grounds'],
  ],
  ['one side', question({ free: FREE }), ['one_side']],
  ['twenty sides', question(twenty), ['many_sides']],
  ['two sides in the same words', question({ free: FREE, again: FREE }), ['sides_share_words']],
  [
    'another language',
    question({ frei: GERMAN, maut: TOLL.replaceAll(' ', 'x ') }, 'Kostet Fähre Gebühren?'),
    ['not_english'],
  ],
  ['no text', question({ free: FREE, toll: TOLL }, ' '), ['no_question_text']],
  [
    'no positions',
    { slug: '', text: '', guidelines: '', positions: [] },
    ['no_question_text', 'one_side', 'no_off_question'],
  ],
]

test.each(examples)('%s', (_, given, codes) => {
  expect(warnings(given).map((warning) => warning.code)).toEqual(codes)
})

test('each warning says what to do in a line', () => {
  const all = examples.flatMap(([, given]) => warnings(given))
  for (const { detail } of all) expect(detail.length).toBeLessThanOrEqual(140)
})
