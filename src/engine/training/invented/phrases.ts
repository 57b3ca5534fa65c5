// All lists from which invented articles are filled, by the name that stands for them in a frame.
import { FRAMES } from './frames.ts'
import { PARTIES } from './parties.ts'
import { SAYINGS } from './sayings.ts'
import { VERBS } from './verbs.ts'

export const PHRASES: Readonly<Record<string, readonly string[]>> = {
  ...PARTIES,
  ...VERBS,
  ...SAYINGS,
  ...FRAMES,
}
