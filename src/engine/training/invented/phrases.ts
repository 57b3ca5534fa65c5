// Phrases of invented legal news: made-up parties, what they say, and sentences in which nobody is cited.
// Frames write [source], <cue> and {content}; capitals in them (WHO, BODY, ASIDE …) are filled from the lists below.

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const PHRASES: Readonly<Record<string, readonly string[]>> = {
  PERSON: lines(`
    Ansel Groat
    Marit Quelch
    Bronwen Tolley, counsel for the ferry line
    Dorcas Imrie, who runs the archive
    Felix Arundale, general counsel at Copperleaf
    Judge Odile Prentice
    Lord Justice Haverill
    Copperleaf counsel Tamsin Yarde
    Solicitor Piers Okonedo
    Hugh Vantry, a professor of data law at Castle Moor University
    a lawyer for the tenants
    a Copperleaf spokeswoman
    the minister, Una Brackett
  `),
  BODY: lines(`
    Copperleaf
    the supplier
    the firm
    the company
    the Harbour Trust
    the Office of Public Records (OPR)
    the OPR
    the regulator
    the government
    the Ministry of Ports
    the Fenland Tenants’ Union
    the union
    the appeals court
    the panel
    the tribunal
    privacy groups
    two former employees
    the ferry line’s owners
    prosecutors
    the publishers
    critics of the scheme
  `),
  SURNAME: lines(`
    Groat
    Quelch
    Tolley
    Imrie
    Arundale
    Yarde
    Ms Brackett
    Mr Okonedo
    he
    she
    they
  `),
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
  LISTENER: lines(`
    the court
    a federal appeals court
    the three judges
    the panel
    a committee of MPs
    the Harbour Council
    its customers
    investors
    the Society of Notaries
    reporters
    a US district judge
    the High Court in Dunmere
    members of the House select committee
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
  THING: lines(`
    the order
    the warrant
    the messages stored in its overseas vault
    a letter of that kind
    the ferry timetable
    the tenants’ deposit
    its search log
    the ruling
    a copy held abroad
    the 2011 Act
    forcing it to hand over customers’ letters
    a claim of this size
    any provider based in the country
    the ledger of a warehouse keeper
    the data of people who never agreed
    what a customer leaves in a locker
  `),
  IS: lines(`
    could pave the way for foreign courts to ask the same of citizens at home
    is stored where the ministry’s powers do not apply
    should be treated as “ordinary business papers”
    has the right to see it regardless of where in the world it is kept
    would cost the port £4m a year
    does not belong to the company that keeps it
    is no different from a key left with a porter
    was drafted before anybody had heard of such a thing
    would “empty the archive overnight”
    cannot be read as a promise
    must be opened before the judge and nobody else
    is a matter for Parliament, not for the courts
    amounts to a search of everybody at once
    was never meant to bind the harbour
    remains the property of whoever wrote it
    will be decided by the end of the year
    needs to be rewritten because the law is so muddled
    “goes further than any court has gone”
  `),
  SPEECH: lines(`
    We would never accept this from another country.
    This is a seizure on somebody else’s soil.
    The notion that these letters are our property is absurd.
    Nobody asked the people who wrote them.
    It will not stand.
    A key is not a house.
    People must be able to trust the lock on their own desk.
    At bottom this case is about who may say no.
    We keep the ledger. We do not own what is written in it.
    If the order stands, every harbour will be next.
    The law was written for paper, and it shows.
    They had ten years to ask.
    I have never seen a warrant like it.
    There is no evidence that anyone was harmed.
    That trust will only come when the rules are clear.
  `),
  NEWS: lines(`
    The case has big implications for the shipping industry, as the issue of who may open a sealed crate remains a top concern for owners.
    Copperleaf was first ordered to comply with the warrant in December 2012.
    The firm failed to have the order overturned by the district court in August and is making its case in the appeals court this week.
    For this reason the firm’s stance on the issue has won the support of its rivals, among them Larkfield and Osier.
    If the court rules in the ministry’s favour, the OPR would only need to show a warrant.
    The hearing continues.
    Shares in the company were little changed.
    The union represents 4,000 clerks in three ports.
    The order covers letters written between 2009 and 2012.
    The judges are expected to rule in the autumn.
    It is the third time that the question has reached the court.
    A date for the trial has not been set.
    The company declined to comment.
    Neither side disputes the figures.
    The Act gives the ministry sixty days to reply.
    The ruling came after a two-day hearing in Dunmere.
    Copperleaf makes locks, safes and, since 2008, the software that opens them.
    The regulator opened its inquiry in May and asked both sides for their papers.
  `),
  FRAME: lines(`
    [BODY] <TOLD> LISTENER {that THING IS}.
    [PERSON] <TOLD> LISTENER {that THING IS}.
    [BODY] <TOLD> LISTENER ASIDE {that THING IS}.
    OPENING, [PERSON], <TOLD> LISTENER {that THING IS}.
    OPENING, [BODY] <TOLD> LISTENER {that THING IS}.
    [BODY] <SAID> ASIDE {that THING IS}.
    [BODY] <SAID> ASIDE {that THING IS}.
    [PERSON] <SAID> ASIDE {that THING IS}.
    OPENING, [BODY] <SAID> {that THING IS}.
    [PERSON] <SAID> {that THING IS}.
    [PERSON] <SAID> {THING IS}.
    [BODY] <SAID> {THING IS}.
    NEWS [SURNAME] <SAID> {THING IS}.
    [BODY] <THINKS> {THING IS}.
    [BODY] <THINKS> {that THING IS}, while [BODY’s] <VIEW> {that THING IS}.
    The crux of the matter is that [BODY] <THINKS> {THING IS}.
    [BODY’s] <VIEW> {that THING IS}.
    [BODY] DOES, <on the grounds that> {THING IS}.
    [BODY] DOES <on the ground> {that THING IS}.
    <According to> [PERSON], {THING IS}.
    <According to> [BODY], {THING IS}.
    {THING IS}, <according to> [PERSON].
    {THING IS}, [PERSON] <SAID>.
    {THING IS}, [SURNAME] <said>.
    [PERSON] rejected the comparison and <said> {that THING IS}.
    [PERSON] is reported by the Dunmere Gazette to <have said>: {“SPEECH”}
    [PERSON] <said> ASIDE: {“SPEECH SPEECH”}
    [PERSON] <told> LISTENER: {“SPEECH”}
    {“SPEECH,”} <said> [PERSON].
    {“SPEECH,”} [SURNAME] <SAYS_QUOTE>.
    {“SPEECH,”} <said> [SURNAME]. {“SPEECH”}
    {“SPEECH SPEECH,”} <said> [SURNAME].
    {‘SPEECH,’} <said> [PERSON].
    {"SPEECH,"} [PERSON] <SAYS_QUOTE>.
    [BODY] <denied> {that THING IS}.
    [PERSON] <asked> {whether THING IS}.
    [SURNAME] <asked> LISTENER {whether THING IS}.
    [PERSON] DOES, <arguing> {that THING IS}.
    [BODY] DOES, <saying> {THING IS}.
    [BODY] <said> {THING IS} and <added> {that THING IS}.
    NEWS
    NEWS NEWS
    NEWS
  `),
}
