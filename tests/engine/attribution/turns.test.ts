import { describe, expect, it } from 'vitest'
import { turnsOf } from '../../../src/engine/attribution/turns.ts'
import { read } from '../../../src/engine/document.ts'

const turns = (...lines: string[]) => {
  const text = lines.join('\n\n')
  return turnsOf(read(text)).map(({ label, content }) => [
    text.slice(label.start, label.end),
    ...content.map(({ start, end }) => text.slice(start, end)),
  ])
}

describe('transcript turns', () => {
  const examples: [name: string, lines: string[], turns: string[][]][] = [
    [
      'labels in capitals',
      ['JUSTICE ORME: Where is the lock?', 'MS. FENN: On the door.', 'JUSTICE ORME: Whose door?'],
      [
        ['JUSTICE ORME', 'Where is the lock?'],
        ['MS. FENN', 'On the door.'],
        ['JUSTICE ORME', 'Whose door?'],
      ],
    ],
    [
      'question and answer',
      ['Q. Who keeps it?', 'A. Nobody.', 'Q. Since when?', 'A. Since May.'],
      [
        ['Q.', 'Who keeps it?'],
        ['A.', 'Nobody.'],
        ['Q.', 'Since when?'],
        ['A.', 'Since May.'],
      ],
    ],
    [
      'numbers, marks and directions around a label',
      [
        'Q16 Chair: Is it so?',
        '**Orla Fenn:** [laughs] It is.',
        '**Orla Fenn:** It always was.',
        'Chair: Why?',
      ],
      [
        ['Chair', 'Is it so?'],
        ['Orla Fenn', 'It is.'],
        ['Orla Fenn', 'It always was.'],
        ['Chair', 'Why?'],
      ],
    ],
    [
      'a direction behind the label',
      ['MS. FENN (in rebuttal): It holds.', 'JUDGE ORME: Does it?', 'MS. FENN: It does.'],
      [
        ['MS. FENN', 'It holds.'],
        ['JUDGE ORME', 'Does it?'],
        ['MS. FENN', 'It does.'],
      ],
    ],
    [
      'a transcript quoted as a whole',
      ['"ORME: Where is the lock?', '"FENN: On the door.', '"(CROSSTALK.)', '"ORME: Whose door?"'],
      [
        ['ORME', 'Where is the lock?'],
        ['FENN', 'On the door.'],
        ['ORME', 'Whose door?'],
      ],
    ],
    [
      'courtesies left out',
      [
        'CLERK: All rise.',
        'JUDGE ORME: Thank you, Ms. Fenn.',
        'MS. FENN: Good morning, Your Honor. It leaks.',
      ],
      [['MS. FENN', 'Good morning, Your Honor. It leaks.']],
    ],
    [
      'a turn of two paragraphs',
      [
        'DR ORME: One.',
        'And two.',
        'MS FENN: Three.',
        'DR ORME: Four.',
        'MS FENN: Five.',
        '(Laughter.)',
        'MS FENN: Six.',
      ],
      [
        ['DR ORME', 'One.', 'And two.'],
        ['MS FENN', 'Three.'],
        ['DR ORME', 'Four.'],
        ['MS FENN', 'Five.'],
        ['MS FENN', 'Six.'],
      ],
    ],
    [
      'prose with colons',
      ['The rule: no locks.', 'Its reason: doors.', 'She has one word for it: rust.'],
      [],
    ],
    ['one headline', ['Fenn: locks leak', 'Orla Fenn said on Monday that locks leak.'], []],
    ['nothing', [], []],
  ]
  it.each(examples)('%s', (_name, lines, expected) => expect(turns(...lines)).toEqual(expected))
})
