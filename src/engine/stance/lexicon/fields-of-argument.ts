// What belongs together in business, speech and law, and in the ways of arguing: likeness, limits, doubt.

/** One family a line: its name, then its words. */
export const FIELDS_OF_ARGUMENT = `
negligence: negligence negligent careless duty care breach reasonable foreseeable fault reckless blame
liability: liable liability responsible answerable blame sue lawsuit damages tort fault accountable culpable answer pay
immunity: immune immunity shield exempt protect bar safe-harbor barred dismiss privilege umbrella
causation: cause because result lead consequence trace chain produce effect link contribute source bring
defect: defect defective flaw fault broken dangerous design brake recall malfunction unsafe faulty
product: product manufacture manufacturer maker design item goods consumer appliance car toaster brand factory made
danger: danger dangerous hazard risk peril threat unsafe harm toxic poison explosive cliff fire
addiction: addict addiction addictive hook hooked compulsive crave drug dose cigarette habit dependency dopamine
drugs: drug opioid pill prescription medicine pharmacy dose narcotic heroin overdose prescribe painkiller
medicine: medicine doctor physician patient hospital nurse treat treatment clinic surgery diagnosis prescribe cure disease sick illness
hospital: hospital clinic ward patient nurse bed emergency surgery ambulance health care
health: health healthy sick disease illness wellbeing condition medical treat
insurance: insurance insurer premium policy cover claim underwriter risk payout
competition: competition compete rival competitor market monopoly dominant merger price choice antitrust cartel
merger: merger merge combine consolidate acquire takeover join scale single
efficiency: efficient save savings scale cost cheaper synergy streamline pool waste lean
monopoly: monopoly monopolist dominant dominance gatekeeper stranglehold toll cartel exclusive only power
price: price cost expensive cheap fee charge rate bill dear afford
speech: speech speak express expression say opinion message voice word argue publish protest newspaper censor pamphlet
censorship: censor silence suppress gag ban forbid muzzle prior-restraint mute chill blacklist
press: press journalist reporter newspaper editor news source story publish newsroom headline
sources: source confidential promise informant whistleblower tip leak name betray protect trust
publishing: publish publisher editor edit newspaper magazine book anthology print column select arrange
books: book bookshop library librarian shelf page author novel read chapter
platform: platform post feed user share website online social-media upload host page site app
recommendation: recommend suggest push promote rank amplify algorithm feed curate steer select arrange order boost
hosting: host store bulletin board passive wall noticeboard conduit neutral carrier landlord
editing: edit editor select arrange choose cut curate judge judgment order compile
truth: true truth false lie fact accurate honest wrong mislead correct real
lying: lie deceive deception false fraud mislead trick pretend sham cheat dupe
memory: remember memory forget forgotten past archive history record recall oblivion
forgetting: forget forgotten erase delete remove past spent move-on second-chance bury fade rehabilitate
archive: archive record history library index catalogue preserve newspaper document past searchable
rehabilitation: rehabilitate change reform second-chance past spent redeem forgive new-life ex-offender
reputation: reputation name stain shame stigma defame libel honor brand character humiliate
shame: shame humiliate embarrass stigma disgrace ashamed ridicule pillory
secrecy: secret secrecy hide conceal withhold sealed black-box opaque hidden undisclosed cloak dark proprietary
transparency: transparent transparency open disclose sunlight public reveal visible inspect show light window accountable
trade-secret: trade-secret secret recipe formula know-how proprietary competitor confidential blueprint crown-jewels advantage
disclosure: disclose reveal release hand-over produce turn-over publish show tell divulge expose discovery
evidence: evidence proof prove exhibit witness fact document discoverable trial show relevant
logs: log record ledger entry file data trace register timestamp server
records: record file register ledger document archive log book account paper entry
business: business company commercial corporate firm trade operate enterprise ordinary-course books invoice billing office
provider: provider company operator host carrier supplier vendor service platform
customer: customer client user consumer subscriber buyer account patron shopper
data: data information database file byte digital record dataset statistic
cloud: cloud server data store upload host datacenter backup remote provider
email: email mail inbox message send sender receive correspondence mailbox
messages: message chat text channel send write conversation talk private
phone: phone smartphone handset mobile call device cellphone dial screen
encryption: encrypt encryption cipher scramble secure end-to-end key decode math unbreakable
security: security secure protect safe defend guard shield fortress wall safety
hacking: hack hacker breach break intruder attack malware exploit vulnerability backdoor compromise
weakness: weak weaken vulnerable hole flaw crack loophole fragile undermine breach
access: access enter reach open gain obtain admit entry hand-over unlock
interception: intercept wiretap tap listen eavesdrop bug overhear line telephone
employer-access: employer company boss workplace monitor policy handbook staff platform system owned equipment
workplace: workplace office work desk shop-floor factory colleague staff employee company
union: union strike organize bargain collective picket worker labor solidarity
lawyers: lawyer counsel attorney advice client legal privilege brief advocate solicitor barrister law-firm
privilege: privilege privileged confidential attorney client advice secret communicate protect
advice: advice advise consult counsel recommend guidance suggest
scores: score algorithm number rating formula calculate predict risk assess percentage computer
due-process: due-process hearing notice challenge confront answer rebut contest accuse test hear defend
accuser: accuser accuse witness confront cross-examine anonymous challenge charge
sentencing: sentence judge years prison probation discretion factor punish term
discretion: discretion judgment decide weigh factor choose wise case-by-case
factor: factor consider weigh one-of-many among merely part element consideration
hunch: hunch instinct gut intuition guess feeling bias subjective experience
precedent: precedent case decide ruling follow bind overrule authority earlier established doctrine
doctrine: doctrine rule principle precedent law theory test standard settled
obsolete: obsolete outdated old dead relic antique dinosaur bygone stale past horse-and-buggy
modern: modern new today digital age change evolve update twenty-first century
unchanged: still remain continue unchanged stand same settled endure remains binding
ended: end over dead gone buried finish overrule abandon bury last-rites
literal-text: text word statute read plain language meaning dictionary letter write says definition
purpose: purpose aim intent intend spirit goal object design meant
definition: define definition meaning mean term word call category dictionary
analogy: like same as-if compare comparison analogy akin similar resemble no-different equivalent
difference: different differ unlike distinguish distinction not-the-same contrast separate apart
slippery-slope: slippery slope next where-stop floodgate tomorrow limitless end precedent open-door
limits: limit line boundary bound restrict narrow cap stop threshold
limitless: limitless unlimited boundless everything anyone no-end sweeping whole any
absurd: absurd ridiculous nonsense silly laughable preposterous joke fantasy fairy-tale
danger-talk: alarming scary frightening chilling terrifying nightmare orwellian sinister dystopian
praise: good right sensible wise sound reasonable fair excellent admirable proper
blame: wrong bad shameful outrage scandal disgrace unjust immoral indecent
necessity: necessary need essential vital indispensable must require only-way
convenience: convenient easy cheap quick practical simple comfort
impossible: impossible unworkable impractical cannot unrealistic hopeless
practical: practical workable simple routine everyday ordinary common sensible
routine: routine ordinary everyday normal regular usual standard common daily mundane
exceptional: exceptional extraordinary rare unusual special unique extreme unprecedented
neutral: neutral impartial even-handed everyone same all equally uniform
targeted: target single-out individual particular selective specific chosen one
trust: trust faith rely confidence confide believe depend loyal betray
betrayal: betray breach broken-promise traitor sell-out disloyal cheat
theft: steal thief stolen theft loot plunder rob robber burglar pickpocket shoplift take
good-faith: good-faith honest innocent openly unaware bona-fide sincere unknowing diligent
time-passing: years decades long-ago late delay lapse time expired limitation too-late old
restitution: return restore give-back heirs restitution hand-back repatriate rightful
loot: loot plunder nazi war confiscate forced flee persecution stolen
museum: museum collection gallery curator exhibit public display visitor
inheritance: heir inherit will estate descendant grandchild bequest ancestor legacy
discrimination: discriminate bias race gender sex prejudice equal minority
immigration: immigrant immigration visa deport asylum refugee citizen alien border
citizenship: citizen citizenship national passport voter resident subject
vehicles: car vehicle truck drive driver road brake wheel engine motor traffic autonomous
driving: drive driver wheel steer road brake seat licence passenger
animals: animal dog cat horse cattle elephant ape creature beast pet zoo
food: food eat meal restaurant cook meat kitchen label dinner bread
tobacco: tobacco cigarette smoke nicotine vape smoker
alcohol: alcohol beer wine drink bar liquor drunk pub
housing: housing rent tenant landlord evict apartment flat lease lodger
short-rental: guest hotel host tourist rental stay room booking lodging
charity: charity gift donate donor nonprofit generous volunteer relief
corporations: corporation company shareholder board director executive limited incorporated
accounting: account ledger book invoice bill balance audit entry charge
advertising: advertise advertisement ad commercial marketing promote brand campaign billboard
children-protection: child protect predator safeguard minor parent harm abuse
self-defense: defend self-defense protect threat attack guard
experts: expert scientist professor study research evidence engineer specialist
science: science scientific scientist experiment research laboratory theory study data
uncertainty: unclear uncertain unsettled open undecided doubt perhaps maybe depends ambiguous
compromise: both middle balance between half compromise partly mixed some share
procedure: file filing motion hearing adjourn appeal docket schedule deadline brief date trial
settlement: settle settlement deal talks offer mediate agree negotiate
statistics: percent number figure average survey count total rate million billion
reaction: pleased disappointed delighted relieved welcome angry upset surprise regret
prediction: expect predict forecast likely chance outcome will
motive: motive want reason greed revenge politics money agenda
`
