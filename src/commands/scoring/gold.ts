// Annotated sets as they lie on disk: articles a line (.jsonl, .jsonl.gz) or one a file (a folder of 01.json …, or expected.json).
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Polarity, Span } from '../../engine/types.ts'

export interface GoldAttribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** Canonical names; empty when the text names nobody answerable or the set has no speakers. */
  readonly speakers: readonly string[]
  readonly polarity: Polarity | null
}

export interface GoldArticle {
  readonly id: string
  readonly text: string
  readonly attributions: readonly GoldAttribution[]
  readonly speakers: readonly { readonly name: string; readonly aliases: readonly string[] }[]
}

const Spans = z
  .array(z.tuple([z.number().int().nonnegative(), z.number().int().positive()]))
  .default([])
  .transform((pairs): Span[] => pairs.map(([start, end]) => ({ start, end })))

const Row = z.object({
  source: Spans,
  cue: Spans,
  content: Spans,
  speaker: z.string().nullish(),
  speakers: z.array(z.string()).nullish(),
  polarity: z.enum(['asserted', 'denied', 'questioned']).nullish(),
})

const Article = z.object({
  id: z.string(),
  text: z.string(),
  attributions: z.array(Row).optional(),
  claims: z.array(Row).optional(),
  speakers: z.array(z.object({ name: z.string(), aliases: z.array(z.string()).default([]) })).default([]),
})

function attribution(row: z.infer<typeof Row>): GoldAttribution {
  const { source, cue, content, polarity } = row
  const speakers = row.speakers?.length ? row.speakers : row.speaker ? [row.speaker] : []
  return { source, cue, content, speakers, polarity: polarity ?? null }
}

function article(raw: unknown): GoldArticle {
  const { id, text, attributions, claims, speakers } = Article.parse(raw)
  return { id, text, speakers, attributions: (attributions ?? claims ?? []).map(attribution) }
}

function readLines(path: string): GoldArticle[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => article(JSON.parse(line)))
}

const ARTICLE_FILE = /^[A-Z]?\d+\.json$/

function readFolder(path: string): GoldArticle[] {
  const files = readdirSync(path)
    .filter((file) => ARTICLE_FILE.test(file))
    .sort()
  const chosen = files.length > 0 ? files : ['expected.json']
  return chosen.map((file) => article(JSON.parse(readFileSync(join(path, file), 'utf8'))))
}

/** Throws when the path is neither, or when a line or file is not an annotated article. */
export function readSet(path: string): GoldArticle[] {
  return statSync(path).isDirectory() ? readFolder(path) : readLines(path)
}
