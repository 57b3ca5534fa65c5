// Which article is meant: by its id, or by an address or title that only one has.

import { Invalid } from '../errors.ts'
import type { ImportStatements } from './statements.ts'

export function articlesBy(s: ImportStatements) {
  // Rows come article by article; looking for a title walks all articles.
  let last: { readonly key: string; readonly id: Promise<string> } | null = null

  async function find(id: string | undefined, names: readonly string[]): Promise<string> {
    if (id !== undefined && (await s.article.read({ id })).length > 0) return id
    for (const name of names) {
      const found = await s.articlesCalled.read({ name })
      if (found.length > 1) throw ambiguous(name)
      if (found[0]) return found[0].id
    }
    throw unknownArticle(id ?? names[0] ?? '')
  }

  /** Throws Invalid when there is none, or more than one. */
  return (id: string | undefined, names: readonly string[]): Promise<string> => {
    const key = JSON.stringify([id, names])
    if (last?.key !== key) last = { key, id: find(id, names) }
    return last.id
  }
}

const ambiguous = (name: string) =>
  new Invalid(`More than one article is called "${name.slice(0, 200)}".`, {
    faults: [{ pointer: '/article', code: 'ambiguous_article', detail: 'Give its id.' }],
  })

export const unknownArticle = (id: string) =>
  new Invalid(`There is no article ${id}.`, {
    faults: [{ pointer: '/article', code: 'unknown_article', detail: 'It points at nothing that is here.' }],
  })
