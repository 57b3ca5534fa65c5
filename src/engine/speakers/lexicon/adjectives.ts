// Capitalised adjectives of nations and parties: before a noun they name nobody ("Chinese officials").
import { wordSet } from './word-set.ts'

export const PROPER_ADJECTIVES = wordSet(`
  american british english scottish welsh irish french german spanish italian portuguese greek polish swedish
  norwegian danish finnish dutch belgian austrian swiss turkish russian ukrainian israeli palestinian egyptian
  indian pakistani chinese japanese korean taiwanese singaporean australian canadian mexican brazilian argentine
  chilean peruvian colombian cuban nigerian kenyan ghanaian african european asian iranian iraqi syrian saudi
  afghan hungarian romanian bulgarian czech slovak croatian serbian ethiopian moroccan vietnamese thai filipino
  indonesian malaysian latin western eastern northern southern midwestern arab arabic jewish muslim christian
  catholic protestant anglican buddhist hindu sikh democratic republican conservative liberal labour labor
  libertarian socialist communist tory hispanic latino black white native federal state maori m\u0101ori
`)

/** Members of nations and parties, as groups. */
export const PROPER_GROUPS = wordSet(`
  americans britons canadians australians europeans africans asians russians germans italians indians mexicans
  israelis palestinians iranians republicans democrats conservatives liberals tories libertarians socialists
  christians catholics muslims jews hindus sikhs evangelicals latinos hispanics protestants
`)
