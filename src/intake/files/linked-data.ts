// What a page's JSON-LD says about its article (schema.org): headline, author, publisher, date.

import type { Facts } from './reading.ts'

type Entry = Readonly<Record<string, unknown>>

/** The first article among the scripts; empty when none is there or none can be parsed. */
export function linkedFacts(scripts: readonly string[]): Facts {
  for (const script of scripts) {
    const article = entriesIn(parsed(script)).find(isArticle)
    if (article)
      return {
        title: text(article.headline) ?? text(article.name),
        byline: namesOf(article.author),
        publisher: namesOf(article.publisher),
        publishedAt: text(article.datePublished),
      }
  }
  return {}
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script)
  } catch {
    return null
  }
}

/** Alone, in a list, or in a graph; no deeper, so that no depth of nesting can hurt. */
const entriesIn = (value: unknown): Entry[] =>
  list(value).flatMap((one) => (isEntry(one) ? [one, ...list(one['@graph']).filter(isEntry)] : []))

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null
const isArticle = (entry: Entry) =>
  list(entry['@type']).some((type) => typeof type === 'string' && /(Article|BlogPosting|Report)$/.test(type))

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

function namesOf(value: unknown): string | undefined {
  const names = list(value).flatMap((one) => text(isEntry(one) ? one.name : one) ?? [])
  return names.length > 0 ? names.join(', ') : undefined
}
