// Who speaks, by examples: a text with sources in [ ], cues in < > and contents in { }, and the names that answer.
import { describe, expect, test } from 'vitest'
import { speakersIn } from './marked.ts'

type Example = readonly [string, string, readonly string[]]

const NAMED: readonly Example[] = [
  [
    'a full name with what it is',
    '[Ida Quill, a trustee of the Harbour Fund,] <said> {the levy was lawful}.',
    ['Ida Quill'],
  ],
  [
    'a surname after the full name',
    'Ida Quill opened the case. [Quill] <said> {the levy was lawful}.',
    ['Ida Quill'],
  ],
  [
    'a title and a surname',
    'Judge Ida Quill sat alone. [Judge Quill] <said> {the levy was lawful}.',
    ['Ida Quill'],
  ],
  ['a role before the name', '[Marram counsel Joss Vandeleer] <rejected> {the claim}.', ['Joss Vandeleer']],
  [
    'a name in apposition to a role',
    'Marram Ltd appealed. [Its lawyer, Ida Quill,] <said> {the levy was lawful}.',
    ['Ida Quill'],
  ],
  [
    'a body by its first word',
    'Marram Holdings Ltd was sued. [Marram] <denied> {that it knew}.',
    ['Marram Holdings Ltd'],
  ],
  [
    'a body by the initials in brackets',
    'The Office of Tidal Works (OTW) began the case. [The OTW] <said> {the dyke was unsafe}.',
    ['Office of Tidal Works'],
  ],
  [
    'shared surnames told apart by title',
    'Ida Quill married Tom Quill. [Ms Quill] <said> {yes}. [Mr Quill] <said> {no}.',
    ['Ida Quill', 'Tom Quill'],
  ],
]

const REFERRED: readonly Example[] = [
  [
    'she and he by first names',
    'Laura Quill faced Thomas Vane. [She] <argued> {that it was}. [He] <argued> {that it was not}.',
    ['Laura Quill', 'Thomas Vane'],
  ],
  [
    'the company after a company',
    'Marram Ltd lost on Monday. [The company] <said> {it would appeal}.',
    ['Marram Ltd'],
  ],
  [
    'the department is not the company',
    'Marram Ltd sued the Department of Dykes. [The department] <said> {the suit was late}.',
    ['Department of Dykes'],
  ],
  [
    'who is whoever stands before it',
    'The court heard Ida Quill, [who] <said> {the levy was lawful}.',
    ['Ida Quill'],
  ],
  [
    'an adverb that hangs on the source',
    'Ida Quill lost. [Quill nevertheless] <denied> {that it was over}.',
    ['Ida Quill'],
  ],
  ['a source that was not marked', '{“The levy was lawful,”} <said> Ida Quill, a trustee.', ['Ida Quill']],
]

const VOICES: readonly Example[] = [
  [
    'a spokesman speaks for his body',
    '[A spokesman for Marram Ltd] <said> {the dyke was safe}.',
    ['Marram Ltd'],
  ],
  ['a body by its filing', 'Marram Ltd was sued. [Its brief] <says> {the dyke was safe}.', ['Marram Ltd']],
  ['an unnamed person keeps a description', '[A former clerk] <said> {nobody looked}.', ['a former clerk']],
  ['a group keeps a description', '[Privacy groups] <say> {nobody looked}.', ['privacy groups']],
]

const SEVERAL: readonly Example[] = [
  [
    'two names joined by and',
    'Ida Quill and Tom Vane wrote. [Quill and Vane] <argued> {that it was}.',
    ['Ida Quill + Tom Vane'],
  ],
  [
    'both lawyers',
    'Ida Quill, a lawyer for the town, met Tom Vane, a lawyer for the union. [Both lawyers] <said> {it was close}.',
    ['Ida Quill + Tom Vane'],
  ],
  [
    'a family by its plural',
    'Ida Quill and Tom Quill sued. [The Quills] <say> {it was close}.',
    ['Ida Quill + Tom Quill'],
  ],
]

const NOBODY: readonly Example[] = [
  ['a passive', 'The court <was told> {that the dyke was unsafe}.', ['–']],
  ['an impersonal it', '[It] <was argued> {that the dyke was unsafe}.', ['–']],
  ['court filings', 'According to [court filings], {the dyke was unsafe}.', ['–']],
  ['nobody', '[Nobody] <says> {the dyke was unsafe}.', ['–']],
]

const FORMS: readonly Example[] = [
  [
    'a quotation that runs on',
    '{“It was ours,”} <said> [Ida Quill].\n\n{“It always was.”}',
    ['Ida Quill', 'Ida Quill'],
  ],
  [
    'transcript labels',
    '[JUSTICE QUILL]: {Is that so?}\n\n[MR. VANE]: {It is.}\n\n[JUSTICE QUILL]: {Why?}',
    ['Justice Quill', 'Mr. Vane', 'Justice Quill'],
  ],
  [
    'a judge who dissents in the first person',
    'IN THE COURT OF APPEALS\n\nQUILL, Circuit Judge:\n\n[We] <hold> {that it was}.\n\nVANE, Circuit Judge, dissenting:\n\n[I] <would hold> {that it was not}.',
    ['Court of Appeals', 'Judge Vane'],
  ],
  [
    'a firm that writes',
    'Your levy, explained\n\n[We] <think> {the levy will fall}.\n\nPlease ask your usual Quill Marram LLP contact.',
    ['Quill Marram LLP'],
  ],
]

function check(title: string, examples: readonly Example[]): void {
  describe(title, () => {
    test.each(examples)('%s', (_, marked, names) => {
      expect(speakersIn(marked)).toEqual(names)
    })
  })
}

check('named', NAMED)
check('pronouns and descriptions', REFERRED)
check('spokespersons, papers and strangers', VOICES)
check('several at once', SEVERAL)
check('nobody', NOBODY)
check('labels, run-on quotations and first persons', FORMS)
