import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { firstLook } from '../../src/engine/attribution/flat-tagger.ts'
import { FRAME_FEATURES, frameFeatures } from '../../src/engine/attribution/frame-features.ts'
import { frameScores } from '../../src/engine/attribution/frame-sums.ts'
import { parsed, readingOf } from '../../src/engine/attribution/reading.ts'
import { seedsOf } from '../../src/engine/attribution/seeds.ts'
import { TOKEN_FEATURES, tokenFeatures } from '../../src/engine/attribution/token-features.ts'
import { tokenScores } from '../../src/engine/attribution/token-sums.ts'
import { viewpointOf } from '../../src/engine/attribution/viewpoint.ts'
import { read as readDocument } from '../../src/engine/document.ts'
import { bestAction, forcedAction, sumActions } from '../../src/engine/grammar/actions.ts'
import { ARC_FEATURES, arcFeatures, sightOf } from '../../src/engine/grammar/arc-features.ts'
import { arcSumsOf } from '../../src/engine/grammar/arc-sums.ts'
import { ACTIONS, Building } from '../../src/engine/grammar/arcs.ts'
import { grammarOf } from '../../src/engine/grammar/index.ts'
import { readClaimsModel, withHeader } from '../../src/engine/model/claims-model.ts'
import { scoresOf } from '../../src/engine/model/weights.ts'

const read = (name: string) => readFileSync(new URL(`../../src/engine/weights/${name}`, import.meta.url))
const bytes = read('claims.bin')
const card = read('claims.md').toString('utf8')
const model = readClaimsModel(bytes)
const { header } = model

describe('the shipped weights', () => {
  it('say what they were learnt from, and how', () => {
    const corpora = header?.corpora.map(({ name, articles }) => [name, articles])
    expect(corpora).toEqual(
      expect.arrayContaining([
        ['polnear/train', 840],
        ['legal-train', 192],
      ]),
    )
    expect(Object.keys(header?.settings ?? {}).length).toBeGreaterThan(5)
    expect(header?.version).toMatch(/^[0-9a-f]{8}$/)
  })

  it('say how good they are, and the model card says the same', () => {
    for (const set of ['polnear/dev', 'legal-dev']) {
      const { quoteExact, loose } = header?.figures[set] ?? {}
      for (const figure of [quoteExact, loose]) {
        expect(figure).toBeGreaterThan(40)
        expect(card).toContain(figure?.toFixed(1))
      }
    }
  })

  it('are small and load fast', () => {
    expect(bytes.length).toBeLessThanOrEqual(6_000_000)
    // The fastest of three: on a shared machine a slow one says more about the others.
    const seconds = [1, 2, 3].map(() => {
      const began = process.cpuUsage().user
      readClaimsModel(bytes)
      return (process.cpuUsage().user - began) / 1e6
    })
    expect(Math.min(...seconds)).toBeLessThan(0.3)
  })

  it('stay as they were learnt under another header', () => {
    if (!header) throw new Error('the shipped weights have a header')
    const measured = withHeader(bytes, { ...header, figures: {} })
    expect(readClaimsModel(measured).header).toEqual({ ...header, figures: {} })
    expect(Buffer.compare(withHeader(measured, header), bytes)).toBe(0)
    expect(() => withHeader(bytes.subarray(4), header)).toThrow()
  })

  it('are refused when they are broken', () => {
    expect(() => readClaimsModel(bytes.subarray(0, 1000))).toThrow()
    expect(() => readClaimsModel(new TextEncoder().encode('something else altogether'))).toThrow()
  })
})

describe('sums that are remembered', () => {
  const text = [
    '“The locks leak,” Fenn said. “They have leaked for years, and the guild’s own log says ‘unsound’.”',
    'Orme, who chairs the guild, denied that it knew: “Nobody told us,” he wrote, adding that the log was lost.',
    'FENN: The locks leak. The locks, said Fenn, leak and the guild denied that they did.',
  ].join('\n')
  const reading = readingOf(readDocument(text))

  it('are those of all features of each token', () => {
    const { grammar, flat, frames } = model.taggers ?? {}
    if (!grammar || !flat || !frames) throw new Error('the shipped weights have all three')
    const seen = parsed(reading, grammar)
    for (const stretch of [...seen.document.paragraphs, ...seen.document.paragraphs]) {
      const length = stretch.last - stretch.first
      expect(tokenScores(seen, stretch, flat.weights)).toEqual(
        scoresOf(flat.weights, tokenFeatures(seen, stretch), TOKEN_FEATURES, length),
      )
      const look = firstLook(seen, stretch, flat)
      for (const seed of seedsOf(look, 0.01)) {
        const view = viewpointOf(seed, look, seen)
        const plain = frameFeatures(seen, look, view)
        expect(frameScores(seen, look, view, frames.weights)).toEqual(
          scoresOf(frames.weights, plain, FRAME_FEATURES, view.window.last - view.window.first),
        )
      }
    }
  })

  it('give each step of the arc builder what all its features give', () => {
    const grammar = model.taggers?.grammar
    if (!grammar?.arcs.leads) throw new Error('the shipped weights have a grammar')
    const { tags } = grammarOf(reading, grammar)
    const remembered = arcSumsOf(grammar.arcs.leads)
    const features = new Int32Array(ARC_FEATURES)
    for (const { first, last } of reading.document.sentences) {
      const sight = sightOf(reading, tags, first, last)
      const building = new Building(last - first)
      remembered.begin(sight, last - first + 2)
      while (!building.done) {
        const forced = forcedAction(building)
        const sums = new Float64Array(ACTIONS)
        const all = new Float64Array(ACTIONS)
        remembered.sumInto(sums, sight, building)
        arcFeatures(features, sight, building)
        sumActions(all, grammar.arcs, features)
        if (forced < 0) expect(sums).toEqual(all)
        building.apply(forced < 0 ? bestAction(building, all) : forced)
      }
    }
  })

  it('give the grammar that plain sums give', () => {
    const grammar = model.taggers?.grammar
    if (!grammar) throw new Error('the shipped weights have a grammar')
    const { tags, arcs, relations } = grammar
    // Weights that are not said to be whole numbers are added up feature by feature.
    const plainly = {
      tags: { ...tags, values: Float32Array.from(tags.values) },
      arcs,
      relations: { ...relations, values: Float32Array.from(relations.values) },
    }
    expect(grammarOf(reading, grammar)).toEqual(grammarOf(reading, plainly))
    expect(grammarOf(reading, grammar)).toEqual(grammarOf(reading, plainly))
  })
})
