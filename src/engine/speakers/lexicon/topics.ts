// Words around names that are not part of them, and words that a body's name joins with "and".
import { wordSet } from './word-set.ts'

/** "Ministry of Trade and Industry". */
export const TOPICS = wordSet(`
  information technology education welfare health human trade industry security enforcement families communities
  forests fisheries culture media sport development labor labour research planning environment agriculture food
  drug tobacco firearms explosives commerce markets technology science energy transport infrastructure housing
  pensions work innovation skills heritage parks wildlife justice policing immigration customs revenue privacy
  electronic digital records archives services broadcasting
`)

/** They open a sentence before a name without being part of it ("Former judge Ida Vale"). */
export const LOOSE_MODIFIERS = wordSet(`
  former retired senior junior chief lead top deputy acting assistant fellow veteran presiding ex late interim
  longtime independent in-house outside outgoing incoming prominent rival
`)

/** They belong to the office that follows and not to the name of a body ("U.S. District Judge"). */
export const OFFICE_MODIFIERS = wordSet(`
  assistant associate state federal district u.s us united states acting former deputy circuit senior lead county
  city vice additional principal special appeals magistrate trial appellate supreme court bankruptcy administrative
  law lead first second new managing executive general chief presiding superior family high his her the
`)

/** After "Attorney General's" and the like they still belong to the name. */
export const POSSESSED_BODIES = wordSet(`
  office department bureau union guild association council society federation alliance court hospital college club
  institute center centre roundtable forum fund trust project league rights aid
`)

/** Ordinals that may open a court's name ("Second Circuit"). */
export const ORDINALS = wordSet(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth',
)
export const NUMBERED = wordSet('circuit department district division chamber amendment nation nations')

export const PEERS = wordSet('lord lady baroness baron viscount earl')
