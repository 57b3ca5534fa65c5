// How the registry says that a speaker cannot be meant: ambiguous, unknown, or not one to be merged into.

import { Invalid } from '../errors.ts'

export const ambiguous = (written: string, candidates: readonly { id: string }[]) =>
  new Invalid(`More than one speaker is called "${written}"; give the id.`, {
    state: { candidates },
    faults: [
      {
        pointer: '/speakers',
        code: 'ambiguous_speaker',
        detail: `${candidates.length} speakers have this name.`,
      },
    ],
  })

export const unknown = (id: string) =>
  new Invalid(`There is no speaker ${id}.`, {
    faults: [{ pointer: '/speakers', code: 'unknown_speaker', detail: 'No speaker has this id.' }],
  })

export const unknownAffiliation = (i: number, id: string) =>
  new Invalid(`There is no speaker ${id} to be affiliated with.`, {
    faults: [
      {
        pointer: `/affiliations/${i}/speakerId`,
        code: 'unknown_speaker',
        detail: 'No other speaker has this id.',
      },
    ],
  })

export const unknownTarget = (id: string) =>
  new Invalid(`A speaker cannot be merged into ${id}.`, {
    faults: [
      {
        pointer: '/into',
        code: 'unknown_speaker',
        detail: 'It must be another speaker that was not merged away.',
      },
    ],
  })
