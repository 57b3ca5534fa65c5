// What has been typed of an article that is to be added; it stays while one looks at something else.

import { signal } from '@preact/signals'
import type { NewArticle } from '../../../../openapi/client/index.ts'

export interface Pasted {
  readonly title: string
  readonly publisher: string
  readonly byline: string
  readonly publishedAt: string
  readonly url: string
  readonly text: string
}

const NOTHING: Pasted = { title: '', publisher: '', byline: '', publishedAt: '', url: '', text: '' }

export const pasted = signal<Pasted>(NOTHING)

export function paste(typed: Partial<Pasted>): void {
  pasted.value = { ...pasted.value, ...typed }
}

/** The next article is often from the same paper and day. */
export function clearPasted(): void {
  const { publisher, publishedAt } = pasted.value
  pasted.value = { ...NOTHING, publisher, publishedAt }
}

/** What is left empty is left out. */
export function articleOf({ title, text, ...rest }: Pasted): NewArticle {
  const given = Object.entries(rest).flatMap(([name, typed]) =>
    typed.trim() === '' ? [] : [[name, typed.trim()]],
  )
  return { title: title.trim(), text, ...Object.fromEntries(given) }
}

/** The text as the service keeps it, which is what offsets count in. */
export const asKept = (text: string): string => text.replace(/\r\n/g, '\n').normalize('NFC')
