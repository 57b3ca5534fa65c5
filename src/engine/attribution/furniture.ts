// Lines that belong to the page and not to the article: photo credits, "Read more on Housing", rows of dots.
import type { Document, Stretch } from '../document.ts'

const READ_MORE =
  /^(?:read more|read also|more on|see also|related|advertisement|sign up|follow us|share this|click here)\b/i
const CREDIT =
  /^(?:photo(?:graph)?|image|picture|illustration|credit)s?\b.{0,10}(?::|\bby\b)|\/\s?(?:getty|reuters|fotolia|alamy)/i
const LONGEST = 140

export function isFurniture(document: Document, { start, end }: Stretch): boolean {
  if (end - start > LONGEST) return false
  const line = document.text.slice(start, end)
  return READ_MORE.test(line) || CREDIT.test(line) || !/\p{L}/u.test(line)
}
