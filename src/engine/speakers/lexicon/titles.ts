// What stands before or after a person's name: courtesy titles, offices, degrees. Lower case, without full stops.
import { wordSet } from './word-set.ts'

export const COURTESY = wordSet(
  'mr mrs ms miss mx dr prof professor sir dame lord lady shri smt hon rev reverend mme mlle herr frau maître',
)

/** Offices that may be written with a capital right before a name ("Senator Ida Quill"). */
export const OFFICES = wordSet(`
  judge justice magistrate chancellor president chairman chairwoman chair chairperson speaker senator sen
  representative rep congressman congresswoman assemblyman assemblywoman delegate governor gov mayor sheriff
  secretary minister premier commissioner councillor councilor councilman councilwoman cllr alderman director
  attorney general solicitor advocate counsel prosecutor detective officer sergeant sgt lieutenant lt captain
  capt colonel col inspector constable superintendent chief deputy father sister brother pastor bishop archbishop
  rabbi imam baroness baron viscount earl duke king queen prince princess master registrar trustee ombudsman
  assessor clerk ambassador examiner referee recorder coroner provost dean headmaster cardinal deacon elder
  senators representatives reps judges justices governors professors ministers messrs congressmen
  barrister lawyer witness host vice-president executive ceo cfo cto coo ag mp msp mep mla td
  attorney-general solicitor-general advocate-general director-general secretary-general governor-general
`)

export const MALE_TITLES = wordSet(`
  mr sir lord shri king prince baron duke earl viscount father brother congressman assemblyman councilman
  chairman herr spokesman salesman policeman headmaster
`)
export const FEMALE_TITLES = wordSet(`
  mrs ms miss dame lady smt queen princess baroness sister congresswoman assemblywoman councilwoman chairwoman
  frau mme mlle spokeswoman saleswoman policewoman
`)

/** After a full name and not part of it ("Honor Vale KC"). */
export const DEGREES = wordSet('kc qc sc esq phd md mp mep msp obe cbe mbe mla td')

/** After a bare surname, where they make the name of a judge ("Vale LJ"). */
export const JUDICIAL_SUFFIXES = wordSet('j lj jj aja ja cj p jsc fcj')

/** Suffixes that belong to the name itself. */
export const GENERATION = wordSet('jr sr ii iii iv')
