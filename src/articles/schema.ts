// Articles as they stand on the wire.

import { z } from 'zod'
import { DayOrTime, idOf, line, refused, Time } from '../http/formats.ts'
import { pageOf, pageQuery } from '../http/page.ts'

const metadataSize = 65_536

const Metadata = z
  .record(z.string().max(200), z.unknown())
  .refine(
    (value) => JSON.stringify(value).length <= metadataSize,
    refused('too_big', 'At most 64 KB of JSON.'),
  )
  .describe('Whatever the publisher or archive wants to keep with the article.')

const Url = z.url({ protocol: /^https?$/ }).max(2000)
export const Language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)
  .describe('A language tag (BCP 47).')

const summary = {
  id: idOf('art'),
  title: z.string().max(500),
  publisher: z.string().max(200).nullable(),
  byline: z.string().max(500).nullable(),
  url: z.string().max(2000).nullable(),
  publishedAt: Time.nullable(),
  language: z.string().max(35),
  metadata: z.record(z.string().max(200), z.unknown()),
  sha256: z.string().length(64).describe('Of the text in UTF-8, in hexadecimal.'),
  engineVersion: z.string().max(100).describe('The engine that broke it into claims.'),
  claimCount: z.int().min(0).describe('Claims that are not rejected.'),
  createdBy: idOf('ann'),
  createdAt: Time,
  updatedAt: Time,
}

export const ArticleSummary = z
  .object(summary)
  .meta({ id: 'ArticleSummary', description: 'An article without its text.' })

export const Article = z
  .object({
    ...summary,
    text: z.string().max(6_000_000).describe('The one immutable text that all spans point into.'),
  })
  .meta({ id: 'Article', description: 'A source article with its text.' })

export const ArticlePage = pageOf(ArticleSummary, 'ArticlePage')

const notBlank = (text: string) => text.trim().length > 0

export const NewArticle = z
  .strictObject({
    title: line(500),
    text: z.string().max(5_242_880).refine(notBlank, refused('blank', 'The text is blank.')).optional(),
    html: z.string().max(5_242_880).refine(notBlank, refused('blank', 'The page is blank.')).optional(),
    publisher: line(200).optional(),
    byline: line(500).optional(),
    url: Url.optional(),
    publishedAt: DayOrTime.optional(),
    language: Language.default('en'),
    metadata: Metadata.default({}),
  })
  .refine(
    (article) => (article.text === undefined) !== (article.html === undefined),
    refused('either_or', 'Give either text or html.', 'text'),
  )
  .meta({
    id: 'NewArticle',
    description:
      'An article to store and break into claims: its text, or a page of HTML of which the readable text is taken.',
    examples: [
      {
        title: 'Kestrel Mail contests order',
        publisher: 'The Fernhill Courier',
        publishedAt: '2024-03-05T08:00:00Z',
        text: '"The letters belong to whoever wrote them," said Ines Calder, counsel for Kestrel Mail.',
      },
    ],
  })

export const ArticleChange = z
  .strictObject({
    title: line(500).optional(),
    publisher: line(200).nullable().optional(),
    byline: line(500).nullable().optional(),
    url: Url.nullable().optional(),
    publishedAt: DayOrTime.nullable().optional(),
    language: Language.optional(),
    metadata: Metadata.optional(),
  })
  .meta({
    id: 'ArticleChange',
    description: 'What may be corrected about an article: all but its text.',
    examples: [{ publisher: 'The Fernhill Courier' }],
  })

export const ArticleFilter = z.strictObject({
  publisher: z.string().min(1).max(200).optional().describe('The exact name of the publisher.'),
  publishedFrom: DayOrTime.optional(),
  publishedTo: DayOrTime.optional().describe('Inclusive: a day counts to its end.'),
  q: z.string().min(1).max(500).optional().describe('Words in title and text; "in quotes" for a phrase.'),
  ...pageQuery,
})

export type Article = z.infer<typeof Article>
export type ArticleSummary = z.infer<typeof ArticleSummary>
export type NewArticle = z.infer<typeof NewArticle>
export type ArticleChange = z.infer<typeof ArticleChange>
export type ArticleFilter = z.infer<typeof ArticleFilter>
