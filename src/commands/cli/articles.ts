// The articles in files, folders and what is piped in, one after the other: each a line or a file that the service takes.

import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { ARTICLE_LIMIT } from '../../http/body.ts'
import { linesOf } from '../../http/ndjson.ts'
import { decoded } from '../../intake/files/encoding.ts'
import { FILE_LIMIT } from '../../intake/files/schema.ts'
import { inWords, Stop } from './ending.ts'

export type Item = {
  /** "articles.ndjson:12": where it can be found again. */
  readonly from: string
  /** Of what is sent. */
  readonly bytes: number
  /** How much of the files it is, in bytes. */
  readonly weight: number
} & (
  | { readonly kind: 'line'; readonly line: Uint8Array }
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'refused'; readonly detail: string }
)

export type Kind = Item['kind']

export interface Source {
  readonly path: string
  readonly bytes: number
}

/** Looked for in folders; a file that is named is sent whatever it is called, since the service looks into it. */
const READABLE = /^\.(ndjson|jsonl|json|txt|html?|xhtml|pdf|docx|eml)$/i
const LINES = /^\.(ndjson|jsonl)$/i
/** Of a .json, which is read whole. */
const LARGEST_JSON = 64 * 1024 ** 2

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

export async function* articlesIn(sources: readonly Source[]): AsyncGenerator<Item> {
  for (const source of sources) {
    try {
      if (source.path === '-' || LINES.test(extname(source.path))) yield* linesIn(source)
      else if (/^\.json$/i.test(extname(source.path))) yield* jsonIn(source)
      else yield await fileIn(source)
    } catch (error) {
      yield refused(source.path, inWords(error).replace(/\.?$/, '.'), source.bytes)
    }
  }
}

const refused = (from: string, detail: string, weight: number): Item => ({
  ...{ from, bytes: 0, weight, kind: 'refused', detail },
})

async function* linesIn({ path }: Source): AsyncGenerator<Item> {
  const stream: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path)
  const most = { line: ARTICLE_LIMIT, stream: Number.POSITIVE_INFINITY }
  for await (const { number, bytes, tooLarge } of linesOf(stream, most)) {
    const from = `${path === '-' ? 'line' : path}:${number}`
    const weight = bytes.length + 1
    if (tooLarge !== undefined) yield refused(from, tooLarge, weight)
    else {
      const marked = number === 1 && bytes.indexOf(BYTE_ORDER_MARK) === 0
      const line = bytes.subarray(marked ? 3 : 0)
      if (number === 1 && CORPUS.test(line.subarray(0, 100).toString()))
        throw new Error('It is a complete export, no articles: give --as claims.ndjson as well.')
      yield { from, weight, kind: 'line', line, bytes: line.length }
    }
  }
}

const CORPUS = /^\s*\{\s*"record"\s*:\s*"corpus"/

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/** One article, or an array of them. */
async function* jsonIn({ path, bytes }: Source): AsyncGenerator<Item> {
  if (bytes > LARGEST_JSON) throw new Error('It is longer than 64 MB. Give it as .ndjson, an article a line.')
  const value = parsed(decoded(await readFile(path)))
  const articles: readonly unknown[] = Array.isArray(value) ? value : [value]
  for (const [i, article] of articles.entries()) {
    const from = Array.isArray(value) ? `${path}:${i + 1}` : path
    const line = Buffer.from(JSON.stringify(article))
    yield { from, weight: bytes / articles.length, kind: 'line', line, bytes: line.length }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`It is not JSON: ${(error as Error).message}`)
  }
}

/** Of any type: the service looks into it. */
async function fileIn({ path, bytes }: Source): Promise<Item> {
  if (/\.(jsonld|zip|csv)$/i.test(path))
    return refused(path, 'It is no article; --as says of what format it is.', bytes)
  if (bytes > FILE_LIMIT)
    return refused(path, `It is longer than ${FILE_LIMIT / 1024 ** 2} MB, the most a file may have.`, bytes)
  const file = new File([await readFile(path)], basename(path))
  return { from: path, weight: bytes, kind: 'file', file, bytes: file.size }
}
