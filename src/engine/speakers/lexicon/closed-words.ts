// Words that are never part of a name, however they are capitalised: function words, weekdays and months.
import { wordSet } from './word-set.ts'

export const CLOSED_WORDS = wordSet(`
  a an the this that these those some any each every no none all both either neither such another other others
  i me my mine myself you your yours yourself he him his himself she her hers herself it its itself
  we us our ours ourselves they them their theirs themselves one who whom whose which what whoever
  and or but nor so yet for as if though although because since unless until while when whenever where wherever
  whether than then there here thus hence however moreover meanwhile still also only even just not never always
  in on at by to from of off with without within into onto over under above below about after before between
  among amid against along across around behind beside besides beyond despite during except inside near outside
  past per through throughout toward towards upon via like unlike according asked
  am is are was were be been being has have had do does did can could may might must shall should will would
  yes how why more most much many few several less least once twice again today tomorrow yesterday now ago
  later earlier next last first second third two three four five six seven eight nine ten eleven twelve
  thirteen fifteen twenty thirty forty fifty hundred thousand nobody everybody everyone someone somebody anyone
  anybody nothing something everything anything well too very quite rather perhaps maybe indeed instead
  supp
  nevertheless nonetheless otherwise finally eventually recently
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august
  september october november december sept oct nov dec jan feb
`)

/** Small words that may stand between the capitals of one name ("Office of Coastal Trade"). */
export const NAME_LINKS = wordSet('of for on the and & to in at against')

/** Particles inside a person's name ("Ida van der Lund"). */
export const NAME_PARTICLES = wordSet(
  'de del della der den di du da dos la le van von ter ten bin ibn al y e zu zum',
)
