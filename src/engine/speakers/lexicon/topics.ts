// Words that share a body's name with "and" ("Ministry of Trade and Industry"), and adjectives that open a
// sentence before a name without being part of it ("Former judge Ida Vale").
import { wordSet } from './word-set.ts'

export const TOPICS = wordSet(`
  information technology education welfare health human trade industry security enforcement families communities
  forests fisheries culture media sport development labor labour research planning environment agriculture food
  drug tobacco firearms explosives commerce markets technology science energy transport infrastructure housing
  pensions work innovation skills heritage parks wildlife justice policing immigration customs revenue privacy
  electronic digital records archives services
`)

export const LOOSE_MODIFIERS = wordSet(`
  former retired senior junior chief lead top deputy acting assistant fellow veteran presiding ex late interim
  longtime independent in-house outside outgoing incoming prominent
`)
