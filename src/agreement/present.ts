// Measures over numbers, told in ids and slugs.

import type { Measures } from './measures.ts'
import type { Counts } from './ratings.ts'
import type { Agreement } from './schema.ts'
import type { Rated } from './store.ts'

export function present(question: string, rated: Rated, measures: Measures): Agreement {
  const { version, claimIds, annotators, positions } = rated
  const slug = (position: number) => positions[position] ?? ''
  const id = (annotator: number) => annotators[annotator]?.id ?? ''
  const bySlug = (counts: Counts) => Object.fromEntries(counts.map(([position, n]) => [slug(position), n]))
  const { alpha } = measures
  return {
    question,
    version,
    claims: measures.claims,
    annotators: annotators.length,
    observed: measures.observed,
    krippendorffAlpha: { value: alpha?.value ?? null, ci95: alpha ? [...alpha.ci95] : null },
    fleissKappa: measures.fleissKappa,
    cohenKappa: measures.pairs.map(({ a, b, ...pair }) => ({ a: id(a), b: id(b), ...pair })),
    positions: measures.positions.map((one, i) => ({ position: slug(i), ...one })),
    confusion: Object.fromEntries(
      measures.confusion.map((row, i) => [
        slug(i),
        bySlug(row.map((n, j) => [j, n] as const).filter(([, n]) => n > 0)),
      ]),
    ),
    divided: measures.divided.map(({ claim, counts }) => ({
      claimId: claimIds[claim] ?? '',
      counts: bySlug(counts),
    })),
    tagsBy: annotators as Agreement['tagsBy'],
  }
}
