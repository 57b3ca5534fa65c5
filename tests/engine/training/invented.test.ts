import { describe, expect, it } from 'vitest'
import { inventedArticles } from '../../../src/engine/training/invented/articles.ts'

const articles = inventedArticles(20)
const parts = articles.flatMap(({ text, attributions }) =>
  attributions.flatMap(({ source, cue, content }) =>
    [...source, ...cue, ...content].map(([start, end]) => text.slice(start, end)),
  ),
)

describe('invented articles', () => {
  it('are the same each time', () => expect(inventedArticles(20)).toEqual(articles))
  it('cite somebody in most paragraphs', () => expect(parts.length / articles.length).toBeGreaterThan(15))
  it('mark whole words', () => {
    for (const part of parts) expect(part.length > 0 && part === part.trim()).toBe(true)
  })
  it('leave no name of a list and no mark', () => {
    for (const { text } of articles)
      expect(text).not.toMatch(/[A-Z]{2,}_|\b(?:WHO|BODY|PERSON|THING|ASIDE|SPEECH)\b|[[\]<>{}]/)
  })
  it('give every attribution a cue and a content', () => {
    for (const { attributions } of articles)
      for (const { cue, content } of attributions) expect(cue.length > 0 && content.length > 0).toBe(true)
  })
})
