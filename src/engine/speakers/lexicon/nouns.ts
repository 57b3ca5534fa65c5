// Common nouns that speak: persons, groups, bodies, and the papers and people that speak for a body.
import type { SpeakerKind } from '../../types.ts'
import { wordSet } from './word-set.ts'

export const PERSON_NOUNS = wordSet(`
  lawyer attorney counsel solicitor barrister advocate prosecutor litigator lead judge justice magistrate arbitrator
  adjudicator mediator registrar recorder clerk bailiff juror foreman foreperson witness expert plaintiff claimant
  defendant appellant appellee respondent petitioner complainant applicant suspect accused victim debtor creditor
  trustee executor guardian heir professor scholar academic lecturer researcher scientist economist historian
  sociologist bioethicist analyst commentator columnist author writer editor reporter journalist correspondent
  blogger host presenter anchor moderator interviewer teacher student pupil graduate intern engineer developer
  programmer designer architect scientist technician mechanic doctor physician surgeon nurse midwife psychologist
  psychiatrist embryologist pharmacist patient officer policeman policewoman detective inspector sergeant
  constable trooper deputy sheriff agent investigator inspector examiner auditor accountant regulator official
  commissioner minister secretary senator representative congressman congresswoman lawmaker legislator sponsor
  politician councillor councilor councilman councilwoman mayor governor president premier chancellor ambassador
  diplomat lobbyist campaigner activist organiser organizer volunteer executive exec boss chief ceo chairman
  chairwoman chair chairperson director manager supervisor head leader founder co-founder owner proprietor landlord
  landlady tenant employer employee worker driver courier farmer fisherman skipper pilot captain sailor soldier
  veteran priest pastor vicar bishop rabbi imam chaplain artist musician musicologist composer singer producer
  actor performer director photographer snapper collector dealer curator archivist librarian banker broker trader
  investor shareholder shopper customer consumer client subscriber user player gamer streamer reader caller
  neighbor neighbour resident parent mother father mum mom dad wife husband widow widower son daughter brother
  sister uncle aunt nephew niece cousin grandmother grandfather friend pal colleague partner rival opponent man
  woman boy girl teenager child lady gentleman fellow person insider source candidate speaker negotiator
  consultant adviser advisor aide assistant spokesman spokeswoman spokesperson treasurer salesman saleswoman
  operator guard warden coroner assessor surveyor planner builder contractor carpenter electrician plumber chef
  cook waiter baker barber member delegate elder co-plaintiff whistleblower newcomer critic supporter skeptic
  sceptic star newcomer topper native schoolteacher headteacher dispatcher machinist bookkeeper stenographer
  ombudsman legislator handler technologist statistician philosopher theologian ethicist dissenter
  general nominee contender challenger incumbent billionaire businessman businesswoman mogul strategist pollster
  operative ally surrogate whip amicus ceo cfo cto coo bidder
  alumnus alumna freshman sophomore veterinarian vet receptionist cleaner
`)

export const PLURAL_GROUP_NOUNS = wordSet(`
  people parents families groups officials lawyers attorneys barristers solicitors prosecutors judges justices
  experts scholars academics economists historians researchers scientists engineers analysts commentators critics
  campaigners activists advocates supporters opponents defenders sponsors lawmakers legislators senators
  regulators investigators officers agents police members residents neighbors neighbours tenants landlords owners
  employers employees workers staff drivers farmers fishermen customers consumers clients subscribers users
  players readers investors shareholders creditors bondholders plaintiffs claimants defendants appellants
  respondents petitioners complainants applicants witnesses jurors heirs relatives children students teachers
  doctors nurses patients organizers organisers executives bosses managers directors traders bankers dealers
  publishers broadcasters networks companies firms businesses retailers operators developers platforms rivals
  unions charities museums hospitals universities colleges schools states cities counties countries governments
  courts agencies bodies associations organizations organisations councils ministers diplomats insiders sources
  observers reviewers respondents colleagues friends voters protesters women men others both
  republicans democrats conservatives liberals americans voters amici dissenters sides parties couple family team camp duo pair trio crowd public
`)

/** Nouns for one body, with its kind. */
const BODY_NOUNS = new Map<string, SpeakerKind>()
for (const noun of wordSet(`
  company firm business supplier provider host maker manufacturer retailer chain store shop startup start-up
  giant operator platform publisher developer studio exchange insurer lender bank broker brokerage carrier airline
  utility contractor vendor landlord employer group association society union guild league alliance coalition
  foundation fund institute charity trust university college school hospital clinic church museum library club
  team band nonprofit organization organisation body federation network forum campaign project bidder owner
  consortium partnership cooperative subsidiary parent board management industry lobby seller buyer distributor
  wholesaler brand website site app service agency watchdog party house tribe iwi nation
`))
  BODY_NOUNS.set(noun, 'organization')
for (const noun of wordSet(`
  department ministry government administration state county city town village council commission bureau
  directorate office authority regulator agency police parliament congress senate legislature crown prosecution
  treasury municipality province district embassy committee inspectorate
`))
  BODY_NOUNS.set(noun, 'government')
for (const noun of wordSet('court tribunal panel bench circuit majority plurality jury judiciary chamber'))
  BODY_NOUNS.set(noun, 'court')
for (const noun of wordSet('newspaper magazine paper tabloid journal publication broadcaster newsletter'))
  BODY_NOUNS.set(noun, 'publication')

export const bodyNounKind = (noun: string): SpeakerKind | undefined => BODY_NOUNS.get(noun)

/** Unnamed, they speak for whoever they work for. */
export const VOICES = wordSet(`
  spokesman spokeswoman spokesperson spokespeople spokespersons spokesmen rep reps
`)

/** With the name of a body before them they speak for it ("OCT officials"). */
export const STAFF = wordSet(
  'officials representatives management bosses lawyers analysts staff economists executives',
)

/** Papers and places that speak for whoever wrote or issued them. */
export const PAPERS = wordSet(`
  brief briefs report reports filing filings complaint suit lawsuit petition motion statement survey study paper
  letter memo memorandum opinion ruling rulings decision order judgment judgement verdict dissent concurrence post blog
  page website site notice notices sign signs guidance guidelines policy handbook manual notes terms contract
  agreement lease clause clauses submission submissions pleading pleadings pleas affidavit declaration testimony
  email emails e-mail transcript record records documents papers figures data research analysis article editorial
  column book essay leaflet brochure advertisement ad ads advert listing note tweet release bulletin newsletter
  accounts invoice invoices resolution draft bill charter code constitution statute act rule
  slide presentation chart box label poster banner website marketing pop-up window message
  paragraph section footnote application response reply answer argument evidence summary indictment charge
  pamphlet preprint proposal recommendation consultation review audit memoir diary log survey poll question
  deposition brochures speech rulebook manifesto non-paper document count tally log defence defense footnote poll data spreadsheet listing-page guide recap schedule
  ledger minutes opinion-piece questionnaire factsheet dashboard submission bulletin preface foreword addendum annex
`)

/** Papers that a judge or a court writes. */
export const COURT_PAPERS = wordSet(
  'opinion ruling decision order judgment judgement verdict dissent concurrence',
)
/** Papers that a party writes. */
export const PARTY_PAPERS = wordSet(`
  brief complaint suit lawsuit petition motion filing submission pleading pleadings pleas affidavit declaration
  statement letter
`)

export const FEMALE_NOUNS = wordSet(`
  woman women lady girl mother mum mom wife widow daughter sister aunt niece grandmother landlady chairwoman
  spokeswoman congresswoman councilwoman policewoman saleswoman actress waitress queen alumna girlfriend
`)
export const MALE_NOUNS = wordSet(`
  man men gentleman boy father dad husband widower son brother uncle nephew grandfather chairman spokesman
  congressman councilman policeman salesman fisherman fishermen king alumnus boyfriend
`)
