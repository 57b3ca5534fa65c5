// Files to import: copies of one article with its claims and tags, each with ids and a text of its own.

import { createHash } from 'node:crypto'
import { systemRuntime } from '../../src/runtime.ts'
import { openNewsroom } from '../support/newsroom.ts'

export interface Copy {
  readonly articleId: string
  readonly claimIds: readonly string[]
  readonly body: string
}

/** Longer than what stands after a claim, so that what is added at the end changes no claim. */
const ENDING = 'Nothing else was said that day, and nobody in the room wrote anything down.'

/** The function makes the nth copy. */
export async function copies(): Promise<(n: number) => Copy> {
  const news = await openNewsroom()
  await news.article(
    `“These are business records,” said Ida Orme for Kestrel Mail. “They are personal documents,” said Jon Pell. ${ENDING}`,
    { publisher: 'Quayside Echo' },
  )
  const { text } = await news.get('/v1/exports/claims.ndjson', 'admin')
  await news.close()
  const { newId } = systemRuntime()
  return (n) => {
    const fresh = new Map<string, string>()
    const whole = text.replace(/\b(art|clm|tag)_[a-z0-9]{26}\b/g, (id, prefix) => {
      const other = fresh.get(id) ?? newId(prefix)
      fresh.set(id, other)
      return other
    })
    const ids = [...fresh.values()]
    return {
      articleId: ids.find((id) => id.startsWith('art_')) ?? '',
      claimIds: ids.filter((id) => id.startsWith('clm_')),
      body: whole
        .split('\n')
        .map((line) => (line.startsWith('{"record":"article"') ? retold(line, n) : line))
        .join('\n'),
    }
  }
}

function retold(line: string, n: number): string {
  const article = JSON.parse(line) as { text: string; sha256: string }
  const text = `${article.text} Copy ${n}.`
  return JSON.stringify({ ...article, text, sha256: createHash('sha256').update(text).digest('hex') })
}
