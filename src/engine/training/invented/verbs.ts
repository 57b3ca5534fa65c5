// How people of invented legal news speak: verbs, asides and what they do.
import { lines } from './lines.ts'

export const VERBS: Readonly<Record<string, readonly string[]>> = {
  SAID: lines(`
    said
    has said
    argued
    has argued
    argues
    contended
    contends
    maintained
    maintains
    insisted
    insists
    claimed
    claims
    conceded
    acknowledged
    complained
    suggested
    predicted
    testified
    concluded
    ruled
    held
    found
    alleges
    submitted
    asserted
  `),
  THINKS: lines(`
    thinks
    believes
    says
    suspects
    fears
    feels
    hopes
    understands
    reckons
    expects
  `),
  TOLD: lines(`
    told
    has told
    warned
    has warned
    had warned
    reminded
    assured
    informed
    has advised
    has since told
  `),
  SAYS_QUOTE: lines(`
    said
    added
    told reporters
    wrote
    argued
    replied
    explained
    continued
  `),
  ASIDE: lines(`
    in court
    in court on 9 June
    on Monday
    on 14 March
    at a hearing last week
    in a filing
    in a statement on Tuesday
    earlier this month
    outside the courtroom
    in its brief
    through its lawyers
    in a letter to the regulator
    again
    publicly
    late on Friday
    under oath
  `),
  OPENING: lines(`
    On Monday
    In court on 9 June
    Ahead of the hearing
    Ahead of the firm’s return to court
    At a hearing last week
    In a statement
    For its part
    Speaking outside the courtroom
    In their brief
    Days later
  `),
  VIEW: lines(`
    stance is
    position is
    view is
    argument is
    case is
    contention is
    answer is
    position has been
  `),
  DOES: lines(`
    has so far resisted every order to hand over the logs
    wants the order set aside
    refused to open the vault
    appealed against the ruling
    dropped its claim for damages
    objected to the subpoena
    moved to dismiss the case
    voted against the scheme
  `),
}
