// Well-known places: they are seldom whom "the company" or "it" means.
import { wordSet } from './word-set.ts'

export const PLACES = wordSet(`
  alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
  indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
  nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
  minn mass calif conn fla ill ind mich miss pa wash wis colo ariz ala ga tenn tex va md
  ontario quebec alberta manitoba saskatchewan queensland tasmania victoria
  england scotland wales ireland britain france germany spain italy portugal greece poland sweden norway denmark finland
  netherlands belgium austria switzerland turkey russia ukraine israel egypt india china japan korea taiwan singapore
  australia canada mexico brazil argentina chile peru nigeria kenya africa europe asia america
  london paris berlin madrid rome dublin edinburgh cardiff belfast glasgow manchester birmingham leeds bristol york
  boston chicago houston dallas denver seattle detroit atlanta miami phoenix philadelphia manhattan brooklyn queens
  sydney melbourne toronto vancouver ottawa montreal brussels luxembourg strasbourg geneva vienna amsterdam rotterdam
  utrecht mumbai delhi tokyo beijing shanghai hague duluth tulsa tacoma portland pittsburgh cleveland omaha reno
`)
