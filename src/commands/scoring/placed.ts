// Reads a set whose claims people have placed: a folder of articles (01.json …) beside an index.json with the questions.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { PositionKind, QuestionDefinition, Span, StanceArticle } from '../../engine/types.ts'

export interface PlacedArticle {
  readonly id: string
  readonly article: StanceArticle
  readonly question: QuestionDefinition
  /** People's position for each claim, null where they gave none. */
  readonly positions: readonly (string | null)[]
}

const Spans = z
  .array(z.tuple([z.number(), z.number()]))
  .default([])
  .transform((pairs): Span[] => pairs.map(([start, end]) => ({ start, end })))

const Claim = z.object({
  content: Spans,
  cue: Spans,
  source: Spans,
  type: z.enum(['direct', 'indirect', 'mixed']),
  polarity: z.enum(['asserted', 'denied', 'questioned']),
  speaker: z.string().nullish(),
  speakers: z.array(z.string()).nullish(),
  position: z.string().nullish(),
})

const Article = z.object({
  id: z.string(),
  question: z.string(),
  title: z.string().default(''),
  text: z.string(),
  speakers: z.array(z.object({ name: z.string(), affiliation: z.string().nullish() })).default([]),
  claims: z.array(Claim),
})

const Position = z.object({
  slug: z.string(),
  label: z.string().optional(),
  definition: z.string().default(''),
  kind: z.enum(['side', 'ambivalent', 'off-question']).optional(),
})

const Index = z.object({
  questions: z.array(
    z.object({
      slug: z.string(),
      text: z.string(),
      guidelines: z.string().default(''),
      positions: z.array(Position),
    }),
  ),
})

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Throws when the folder, an article or the index is not of this form; an article on an unknown question is left out. */
export function readPlacedSet(folder: string): PlacedArticle[] {
  const questions = new Map(
    Index.parse(read(join(folder, 'index.json'))).questions.map((q) => [q.slug, definition(q)]),
  )
  const files = readdirSync(folder).filter((file) => /^[A-Z]?\d+\.json$/.test(file))
  return files.sort().flatMap((file) => {
    const raw = Article.parse(read(join(folder, file)))
    const question = questions.get(raw.question)
    return question ? [placed(raw, question)] : []
  })
}

function definition(raw: z.infer<typeof Index>['questions'][number]): QuestionDefinition {
  const positions = raw.positions.map(({ slug, label, definition, kind }) => ({
    slug,
    label: label ?? slug.replaceAll('-', ' '),
    definition,
    kind: kind ?? kindOf(slug),
  }))
  return { slug: raw.slug, text: raw.text, guidelines: raw.guidelines, positions }
}

function kindOf(slug: string): PositionKind {
  return slug === 'ambivalent' || slug === 'off-question' ? slug : 'side'
}

function placed(raw: z.infer<typeof Article>, question: QuestionDefinition): PlacedArticle {
  const affiliations = new Map(raw.speakers.map((speaker) => [speaker.name, speaker.affiliation]))
  const claims = raw.claims.map(({ content, cue, source, type, polarity, speaker, speakers }) => {
    const names = speakers?.length ? speakers : speaker ? [speaker] : []
    return {
      content,
      cue,
      source,
      type,
      polarity,
      speakers: names,
      affiliations: names.flatMap((name) => affiliations.get(name) ?? []),
    }
  })
  return {
    id: raw.id,
    article: { title: raw.title, text: raw.text, claims },
    question,
    positions: raw.claims.map((claim) => claim.position ?? null),
  }
}
