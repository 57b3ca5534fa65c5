// Nouns that make a capitalised name a body, with the kind of body they make. Lower case.
import type { SpeakerKind } from '../../types.ts'
import { wordSet } from './word-set.ts'

const COURT = wordSet(`
  court courts tribunal circuit bench panel chamber judiciary jury majority appeals commission-tribunal
`)

const GOVERNMENT = wordSet(`
  department ministry office bureau directorate agency administration commission commissioner government state states
  county city town township village borough parliament congress senate house assembly council cabinet crown
  authority police army navy treasury embassy registry legislature prosecution prosecutors inspectorate
  regulator division district province republic kingdom exchequer customs revenue comptroller constabulary
  prosecutor attorney committee service board ombudsman executive
`)

const PUBLICATION = wordSet(`
  times post journal gazette herald tribune examiner chronicle ledger courier sentinel observer review
  weekly daily news magazine telegraph mail mirror globe star wire dispatch press quarterly bulletin reporter
  record register standard independent inquirer monitor
`)

const ORGANIZATION = wordSet(`
  inc corp corporation co company ltd limited llc llp plc lp gmbh ag sa nv bv pty pvt group holdings partners
  associates association society guild union league alliance foundation fund institute institution university
  college school academy hospital clinic centre center bank trust federation coalition conference campaign
  project network forum chamber church diocese museum library club party brotherhood consortium cooperative
  co-op collective laboratories labs technologies systems software industries enterprises studios studio
  entertainment interactive media energy petroleum pharma pharmaceuticals biosciences insurance mutual
  airlines airways motors railway logistics freight watch rights roundtable secretariat organisation
  organization exchange analytics solutions services ventures capital securities brands foods farms hotels
  stores friends citizens lawyers nurses teachers workers families parents archive archives gallery theatre
  orchestra chapter lobby taskforce initiative program programme communications telecom networks storage hosting
  radio observatory brothers daughters sons wholesale supply genetics robotics messaging agronomy leisure games fuels
  ferries foundry polymer polymers health energie research records cloud seed seeds memorial
`)

/** Kind by one noun of the name, or undefined when the noun says nothing. */
export function kindOfBodyNoun(noun: string): SpeakerKind | undefined {
  if (COURT.has(noun)) return 'court'
  if (GOVERNMENT.has(noun)) return 'government'
  if (ORGANIZATION.has(noun)) return 'organization'
  return PUBLICATION.has(noun) ? 'publication' : undefined
}

/** Nouns after which "of", "for", "on" or "and" may continue the name ("Ministry of Works"). */
export const BODY_OPENERS = wordSet(`
  department ministry office bureau directorate agency court courts university college guild association society
  institute bank board commission committee council center centre chamber city town county state conference
  coalition federation union league alliance foundation fund school house secretary attorney museum republic
  kingdom friends campaign church diocese academy authority division registry division district appeals faculty
  academy order institution citizens lawyers parents mothers women teachers nurses institute organisation
  organization group service assembly controller comptroller registrar director commissioner union
`)

export const COMPANY_SUFFIXES = wordSet('inc corp co ltd llc llp plc lp gmbh ag sa nv bv pty pvt limited')
