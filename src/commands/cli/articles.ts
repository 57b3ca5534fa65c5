// The articles in files, folders and what is piped in, one after the other: each a line that the service takes.

import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { ARTICLE_LIMIT } from '../../http/body.ts'
import { linesOf } from '../../http/ndjson.ts'
import { inWords, Stop } from './ending.ts'
import { isHtml, NoText, readText, titleOf } from './text-file.ts'

export interface Item {
  /** "articles.ndjson:12": where it can be found again. */
  readonly from: string
  /** One line of JSON, or why there is none. */
  readonly line: Buffer | { readonly refused: string }
  /** How much of the files it is, in bytes. */
  readonly weight: number
}

export interface Source {
  readonly path: string
  readonly bytes: number
}

/** What is known of articles that come as a text or page alone. */
export interface Known {
  readonly publisher?: string | undefined
  readonly publishedAt?: string | undefined
  readonly language?: string | undefined
}

const READABLE = /^\.(ndjson|jsonl|json|txt|html?|xhtml)$/i
const LINES = /^\.(ndjson|jsonl)$/i
/** Of a .json, which is read whole. */
const LARGEST_JSON = 64 * 1024 * 1024

/** The files behind paths, in the order of their names; `aside` are files in folders that nothing can be done with. */
export async function sourcesIn(paths: readonly string[]): Promise<{ sources: Source[]; aside: number }> {
  const sources: Source[] = []
  let aside = 0
  for (const path of paths) {
    const found = path === '-' ? null : await stat(path).catch((error: unknown) => absent(path, error))
    if (found?.isDirectory()) {
      for (const file of await filesBelow(path))
        if (READABLE.test(extname(file))) sources.push({ path: file, bytes: (await stat(file)).size })
        else aside++
    } else sources.push({ path, bytes: found?.size ?? 0 })
  }
  return { sources, aside }
}

function absent(path: string, error: unknown): never {
  throw new Stop('usage', `${path} cannot be read: ${inWords(error)}. Nothing was sent.`)
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

export async function* articlesIn(sources: readonly Source[], known: Known): AsyncGenerator<Item> {
  for (const source of sources) {
    try {
      if (source.path === '-' || LINES.test(extname(source.path))) yield* linesIn(source)
      else if (/^\.json$/i.test(extname(source.path))) yield* jsonIn(source)
      else yield await textIn(source, known)
    } catch (error) {
      const refused = error instanceof NoText ? error.message : inWords(error)
      yield { from: source.path, line: { refused: `${refused}.` }, weight: source.bytes }
    }
  }
}

async function* linesIn({ path }: Source): AsyncGenerator<Item> {
  const stream: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path)
  const most = { line: ARTICLE_LIMIT, stream: Number.POSITIVE_INFINITY }
  for await (const { number, bytes, tooLarge } of linesOf(stream, most)) {
    const marked = number === 1 && bytes.indexOf(BYTE_ORDER_MARK) === 0
    const line = tooLarge === undefined ? bytes.subarray(marked ? 3 : 0) : { refused: tooLarge }
    yield { from: `${path === '-' ? 'line' : path}:${number}`, line, weight: bytes.length + 1 }
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** One article, or an array of them. */
async function* jsonIn({ path, bytes }: Source): AsyncGenerator<Item> {
  const value = parsed(await readText(path, LARGEST_JSON))
  const articles: readonly unknown[] = Array.isArray(value) ? value : [value]
  for (const [i, article] of articles.entries()) {
    const from = Array.isArray(value) ? `${path}:${i + 1}` : path
    yield { from, line: Buffer.from(JSON.stringify(article)), weight: bytes / articles.length }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NoText(`it is not JSON: ${(error as Error).message}`)
  }
}

async function textIn({ path, bytes }: Source, known: Known): Promise<Item> {
  if (!READABLE.test(extname(path))) throw new NoText('it is none of .ndjson, .jsonl, .json, .txt and .html')
  const text = await readText(path, ARTICLE_LIMIT)
  const article = { title: titleOf(path, text), [isHtml(path) ? 'html' : 'text']: text, ...known }
  return { from: path, line: Buffer.from(JSON.stringify(article)), weight: bytes }
}
