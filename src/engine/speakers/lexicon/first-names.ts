// Common first names of the English-speaking press with their usual gender, and endings for the rest.
import { RARER_FEMALE, RARER_MALE } from './rarer-first-names.ts'
import { wordSet } from './word-set.ts'

const FEMALE = wordSet(`
  ada adela adelaide adele agatha agnes aileen aisha alana alexandra alice alison allison alma alyssa amanda amara
  amber amelia amina amy ana anastasia andrea angela angelica anika anita ann anna annabel anne annette annie
  antonia april araminta ariana ashley astrid audrey augusta aurora ava avis barbara beatrice beatrix becky bella
  bernadette bernice bertha beth bethany betty beverly bianca birgit blanche brenda bridget bronwyn camilla cara
  carla carmen carol caroline carolyn cassandra catherine cecilia cecily celeste celia charlotte chelsea cheryl
  chloe christina christine cicely claire clara claudia clementine colette constance cora cordelia corinne cornelia
  courtney cynthia daisy dana daniela daphne dawn deborah debra deirdre delia denise diana diane dolores donna dora
  doreen doris dorothea dorothy edith edna eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen eloise
  elsa elsie emerald emilia emily emma enid erica erin esme esperanza estelle esther ethel eudora eugenia eunice eva
  evelyn faith fatima felicity fern fiona flora florence frances francesca freda freya gabriela gabrielle gail
  gemma genevieve georgia georgina geraldine gertrude gina gladys glenda gloria grace greta gudrun guinevere gwen
  gwendolyn hannah harriet hattie hazel heather heidi helen helena helga henrietta hermione hester hilary hillary hilda
  hildegard holly honor honora hope horatia ida ilse imani imelda imogen india indira ines ingeborg ingrid irene iris
  irma isabel isabella isabelle isla isolde ivy jacqueline jade jane janet janice jasmine jean jeanette jemima
  jennifer jenny jessica jill joan joanna joanne jocasta jocelyn josephine joy joyce juanita judith judy julia julie
  juliet june karen karin kate katherine kathleen kathryn katie kay keiko kelly kendra kerry kirsten kristen kristin
  lakshmi lara laura lauren laverne leah leila lena leonora letitia lily linda lisa livia lois lorna lorraine louisa
  louise lourdes lucasta lucia lucille lucinda lucy ludmila ludovica lydia lynn mabel madeleine magdalena maeve
  maggie marcia margaret margarita margit margot marguerite maria marian marianne maribel marie marilyn marina
  marion marisol marit marjorie marlene marsha martha mary matilda maud maude maureen mavis maya meera megan mei
  melanie melissa mercedes meredith millicent mina mindy minerva mira miranda mireille miriam moira molly mona monica
  morag muriel myra myrtle nadia nadine nancy naomi natalie natasha nell nellie nia nicola nicole nina noelle nora
  noreen norma octavia odalys odette olga olive olivia oona ophelia oriel ottilie pamela patience patricia paula
  pauline pearl peggy penelope perpetua petra philippa phoebe phyllis pilar polly portia prisca priscilla priya
  prudence rachel ramona rebecca regina renata renee rhoda rhonda rita roberta robin rosa rosalba rosalie rosalind
  rosamund rose rosemary rosie rowena roxanne ruby ruth sabina sabrina sadie sally samantha sandra sara sarah saskia
  selina selma serena shannon sharon sheila shirley sigrid silvia simone sinead siobhan sofia sonia sophia sophie
  stacy stella stephanie sunniva susan susanna susannah suzanne svetlana sybil sylvia tabitha tamara tamsin tanya tara
  tatiana temperance teresa tessa thea thelma theodora theresa thomasina tilda tina tove tracy trudy una ursula valerie
  vanessa vera verity verna veronica victoria viola violet virginia vivian vivien wanda wendy whitney wilhelmina
  willa wilma winifred xenia yasmin yolanda yuki yvette yvonne zainab zara zelda zoe zora zuleika
  aoife niamh saoirse orla grainne roisin ngaire aroha mele nomvula thandeka lindiwe ayesha sunita anjali
  kavita lalita malathi deepa nkechi chidinma adaeze ngozi folake yetunde amahle ebele
`)

const MALE = wordSet(`
  aaron abel abraham abram adam adrian ahmed aidan alan alasdair albert aldous alec alejandro alexander alfred ali
  alistair allan allen alvin ambrose amir amos andre andreas andrew angus ansel anselm anthony antoine anton antonio
  archibald arjun arnold arthur arturo asher aubrey august augustin augustine augustus aurelio austin axel barnaby
  barney barry bart bartholomew basil bastian ben benedict benjamin bernard bertram bertrand bill bob boris brad bradley
  brendan brent brian bruce bruno bryan byron caleb calvin cameron caradoc carl carlos casimir caspian cassius
  cecil cedric charles chester christian christopher clarence claude clement clifford clive colin conor conrad
  cormac cornelius corwin cosmo craig curtis cuthbert cyril cyrus damian damien daniel darius darren dave david dean
  declan denis dennis derek dermot desmond dexter diego diederik dietrich dimitri dirk dominic donald dougal douglas
  duncan dustin dwight dylan earl ebenezer edgar edmund eduardo edward edwin eli elias elijah elliot ellis emeric
  emil emmanuel emmett enoch enrique eric ernest ernesto esteban ethan eugene evan evander everett ezekiel ezra fabian
  felix ferdinand fergus fernando fitzgerald floyd francis francisco frank franklin fraser fred frederick fulgencio
  gabriel gareth garrett gary gaspard gavin geoffrey george gerald gerard gideon gilbert giles giovanni glen glenn
  godfrey gordon graham grant greg gregory gunther gus gustav guy hal hamish hank hans harold harris harry harvey hassan
  hector henrik henry herbert herman hollis homer horace horatio howard hubert hugh hugo humphrey hussein ian ibrahim
  ichabod ignatius igor ira isaac isaiah ismael ivan jack jackson jacob jacques jaime jake jamal james jared jarvis
  jason jasper javier jay jed jeff jeffrey jerome jerry jesse jesus jim joachim joe joel johan johannes john jolyon
  jonas jonathan jorge jose joseph josh joshua josiah juan jules julian julius justin karl keith ken kenneth kevin kurt
  kwame kyle lachlan lamar lance larry lars laurence lawrence leander lemuel leo leon leonard leopold leroy leslie lester
  lewis liam linus lionel lloyd logan lorcan lorenzo louis lowell lucas lucian lucius ludwig luigi luis luke lysander
  magnus malachi malcolm marco marcus mario mark marlon marshall martin marvin mateo matthew matthias maurice max
  maximilian maxwell mehmet melvin merlin mervyn micah michael miguel mike miles milton mohammed mohamed montgomery
  mordecai morris mortimer moses muhammad murray nathan nathaniel neal ned neil nelson neville nicholas nicolas nigel
  nils noah noel norman octavio olaf oleg oliver omar orrin orson oscar osric oswald otis otto owen pablo paolo
  pascal patrick paul pavel pedro percival percy peregrin peregrine perry peter phil philip phillip phineas pierre
  quentin quincy rafael rafe rafferty raj rajesh ralph ramon randall raoul raphael raul ravi ravindra ray raymond reginald
  reuben rex richard rick robert roberto roderick rodney roger roland rolf roman ronald rory ross roy ruben rudolf
  rufus rupert russell ryan salvador sam samson samuel sanjay santiago saul scott sean sebastian sergei sergio seth
  seymour shane shaun sidney silas silvester simon solomon spencer stanley stefan stephen sterling steve steven
  stewart stuart sven sylvester tariq tavish ted terence terrence terry thaddeus theo theodore theophilus thomas
  tiberius tim timothy titus tobias toby todd tom tomas tony travis trevor tristan tyler ulrich ulysses uriah valentine
  vance vernon victor vikram vincent virgil vladimir wallace walter warren wayne wendell wesley wilbur wilfred
  will william winston wolfgang wolfram xavier yusuf yves zachariah zachary zebedee zane
  ruairi eoin oisin cillian padraig seamus wiremu sipho thabo arjun raghav anil vijay
  chukwuemeka emeka olumide babatunde kofi kwabena ade absalom augustus
`)

const FEMALE_END = /(?:a|ia|ie|elle|ette|ine|een|lyn|ith|ild|een|ys|is|eth|ne|ce|ry)$/
const MALE_END =
  /(?:us|o|or|er|ard|ert|ald|ick|rd|old|win|ton|an|en|in|on|el|as|os|ius|mund|ley|k|m|r|d|s|t|n|l|f|b|g)$/

const bare = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^([a-z]+)-.*$/, '$1')

export type Gender = 'female' | 'male'

export function isFirstName(name: string): boolean {
  const plain = bare(name)
  return FEMALE.has(plain) || MALE.has(plain) || RARER_FEMALE.has(plain) || RARER_MALE.has(plain)
}

/** What the list says, or undefined. */
export function listedGender(name: string): Gender | undefined {
  const plain = bare(name)
  if (FEMALE.has(plain) || RARER_FEMALE.has(plain)) return 'female'
  return MALE.has(plain) || RARER_MALE.has(plain) ? 'male' : undefined
}

/** A guess from the ending, right perhaps four times in five. */
export function guessedGender(name: string): Gender | undefined {
  const plain = bare(name)
  if (FEMALE_END.test(plain)) return 'female'
  return MALE_END.test(plain) ? 'male' : undefined
}
