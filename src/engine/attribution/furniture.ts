// Lines that belong to the page and not to the article: photo credits, "Read more on Housing", rows of dots.
// "Orla Fenn - Picturepool" · "Photograph: Orla Fenn" · "Read more about locks" · ".......... ......"
import type { Document, Stretch } from '../document.ts'

/** Such lines are short; anything longer is prose that happens to begin alike. */
const LONGEST = 140

const INVITATION =
  /^(?:read (?:more|also|next|on)|more (?:on|about|from)|see also|also (?:read|see)|related(?: (?:stories|articles|topics|links?))?:?|advertisement|sponsored|sign up|subscribe|follow (?:us|@)|share this|click here|listen to|watch:|story continues|continue reading|scroll to continue|download|©|copyright)(?!\p{L})/iu
const CREDIT =
  /^(?:photo(?:graph)?s?|images?|pictures?|illustrations?|video|credits?|graphic)(?: (?:credit|courtesy))?(?: of| by|\s*[:/|])|\b(?:getty(?: images)?|reuters|fotolia|alamy|shutterstock|istock|afp|ap photo|pa wire|epa|flickr)\b\s*[)\]]?$/iu

/** Never a sentence: those end in a stop, and a stop ends no credit but "Inc." and its like. */
export function isFurniture({ text }: Document, { start, end }: Stretch): boolean {
  if (end - start > LONGEST) return !hasLetter(text, start, end)
  const line = text.slice(start, end)
  if (!/\p{L}/u.test(line)) return true
  if (/[.!?]["'\u201d\u2019]?$/u.test(line) && /\s\S+\s\S+\s\S+\s/u.test(line)) return false
  return INVITATION.test(line) || CREDIT.test(line)
}

function hasLetter(text: string, start: number, end: number): boolean {
  return /\p{L}/u.test(text.slice(start, end))
}
