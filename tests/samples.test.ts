// The shipped articles: real enough to show the service off, and never a false word in a real mouth.

import { describe, expect, it } from 'vitest'
import { type SampleArticle, samples } from '../src/samples/index.ts'

/** Words that real persons and bodies are on record with; nothing else may stand in marks in a retelling. */
const attested = [
  'business records',
  'Microsoft’s business records',
  'very scary',
  'The notion of the government’s that private emails are Microsoft’s business records is very scary,',
  'We would go crazy if China did this to us.',
  'an execution of law enforcement seizure on their land',
  'At the broadest level, this issue is about the future of technology,',
  'the technology on their desks and in their pockets',
  'will only come if the laws are clear',
  'will open the floodgate',
]

const realNames = /Microsoft|Rosenkranz|Brad Smith|Department of Justice|DoJ|CLOUD Act|Second Circuit/

const isRetelling = (article: SampleArticle): boolean => article.text.includes('Microsoft')

const byTitle = samples.map((article) => [article.title, article] as const)

describe('the sample articles', () => {
  it('are at least four retellings and four invented cases, in order of publication', () => {
    expect(samples.filter(isRetelling).length).toBeGreaterThanOrEqual(4)
    expect(samples.filter((article) => !isRetelling(article)).length).toBeGreaterThanOrEqual(4)
    const dates = samples.map((article) => article.publishedAt)
    expect(dates).toEqual([...dates].sort())
  })

  it('are all different', () => {
    expect(new Set(samples.map((article) => article.title)).size).toBe(samples.length)
    expect(new Set(samples.map((article) => article.text)).size).toBe(samples.length)
  })

  it.each(byTitle)('%s: is complete', (_, article) => {
    for (const field of [article.title, article.publisher, article.byline, article.text]) {
      expect(field).toBe(field.trim())
      expect(field).not.toBe('')
    }
    const words = article.text.split(/\s+/).length
    expect(words).toBeGreaterThanOrEqual(250)
    expect(words).toBeLessThanOrEqual(500)
  })

  it.each(byTitle)('%s: has a time in UTC and text as the service keeps it', (_, article) => {
    expect(new Date(article.publishedAt).toISOString().replace('.000', '')).toBe(article.publishedAt)
    expect(article.text).toBe(article.text.normalize('NFC'))
    expect(article.text).not.toMatch(/\r|\t|\n{3}| \n/)
  })

  it.each(byTitle)('%s: closes every mark that it opens', (_, article) => {
    expect(unbalanced(article.text)).toEqual([])
    expect(unbalanced(article.title)).toEqual([])
  })

  it.each(byTitle.filter(([, article]) => isRetelling(article)))(
    '%s: quotes only what was said',
    (_, article) => {
      const quoted = [...`${article.title}\n${article.text}`.matchAll(/“([^”]*)”/g)].map(
        (match) => match[1] ?? '',
      )
      const curly = quoted.map((words) => words.replaceAll("'", '’'))
      expect(curly.filter((words) => !attested.includes(words))).toEqual([])
      expect(article.text).not.toMatch(/["«»„‘]/)
    },
  )

  it.each(byTitle.filter(([, article]) => !isRetelling(article)))('%s: names nobody real', (_, article) => {
    expect(article.text).not.toMatch(realNames)
  })
})

const pairs = [
  ['“', '”'],
  ['«', '»'],
  ['(', ')'],
] as const

/** Paragraphs whose marks do not pair up; a quotation may stay open where the next paragraph opens it again. */
function unbalanced(text: string): string[] {
  const paragraphs = text.split('\n\n')
  return paragraphs.filter((paragraph, index) => {
    const next = paragraphs[index + 1] ?? ''
    const offPairs = pairs.some(([open, close]) => {
      const left = depth(paragraph, open, close)
      return left !== 0 && !(left === 1 && next.startsWith(open))
    })
    return offPairs || straightMarks(paragraph) % 2 !== 0 || singleMarks(paragraph) !== 0
  })
}

/** How many marks are left open at the end; NaN when one closes before it opens or opens twice. */
function depth(text: string, open: string, close: string): number {
  let level = 0
  for (const character of text) {
    if (character === open) level += 1
    if (character === close) level -= 1
    if (level < 0 || level > 1) return Number.NaN
  }
  return level
}

const straightMarks = (text: string): number => text.split('"').length - 1

/** Opening minus closing single marks; a ’ with a letter on both sides, or after a plural s, is an apostrophe. */
function singleMarks(text: string): number {
  const opening = text.match(/‘/g)?.length ?? 0
  const closing = text.match(/’(?!\p{L})/gu)?.length ?? 0
  const plural = text.match(/\bcustomers’ /g)?.length ?? 0
  return opening - (closing - plural)
}
