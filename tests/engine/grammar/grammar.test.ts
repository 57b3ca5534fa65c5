import { describe, expect, it } from 'vitest'
import { readingOf } from '../../../src/engine/attribution/reading.ts'
import { read } from '../../../src/engine/document.ts'
import { Building, LEFT, RIGHT, SHIFT } from '../../../src/engine/grammar/arcs.ts'
import { grammarOf } from '../../../src/engine/grammar/index.ts'
import { NO_PATH, pathsFrom } from '../../../src/engine/grammar/paths.ts'
import { RELATIONS, relationOf, tagOf } from '../../../src/engine/grammar/tags.ts'
import { costOf } from '../../../src/engine/grammar/training/oracle.ts'
import { parsedSentences } from '../../../src/engine/grammar/training/sentences.ts'
import { trainGrammar } from '../../../src/engine/grammar/training/train-grammar.ts'
import { readGrammar, writeGrammar } from '../../../src/engine/grammar/weights.ts'
import { ByteReader, ByteWriter } from '../../../src/engine/model/bytes.ts'

/** "word/TAG/relation/head" … heads counted from 1 as in treebanks, 0 for the root. */
const TREES = [
  'Fenn/NNP/nsubj/2 said/VBD/root/0 that/IN/mark/5 locks/NNS/nsubj/5 leak/VBP/ccomp/2 ././punct/2',
  'Orme/NNP/nsubj/2 says/VBZ/root/0 doors/NNS/nsubj/4 rust/VBP/ccomp/2 ././punct/2',
  'The/DT/det/2 guild/NN/nsubj/3 denied/VBD/root/0 it/PRP/dobj/3 ././punct/3',
  'She/PRP/nsubj/2 said/VBD/root/0 that/IN/mark/5 doors/NNS/nsubj/5 rust/VBP/ccomp/2 ././punct/2',
]

function parsed(tree: string) {
  const cells = tree.split(' ').map((cell) => cell.split('/'))
  const text = cells.map(([word]) => word).join(' ')
  let at = 0
  const t = cells.map(([word = '', tag = '']) => {
    const start = at
    at += word.length + 1
    return [start, start + word.length, word, word, tag, 'O'] as const
  })
  const d = cells.map(([, , relation = '', head], word) => [relation, Number(head) - 1, word] as const)
  return { text, sents: [{ t, d }] }
}

const sentences = parsedSentences(TREES.map(parsed))
const settings = {
  bits: 14,
  tagPasses: 8,
  arcPasses: 8,
  relationPasses: 8,
  threshold: { tags: 0.001, arcs: 0.001, relations: 0.001 },
}
// Every other block of sentences tags the rest, so each tree is repeated across both halves.
const many = Array.from({ length: 64 * 2 }, (_, index) => sentences[index % sentences.length] ?? []).flat()
const model = trainGrammar(many, settings, () => {})

describe('the cheapest actions build the annotated tree', () => {
  it.each(sentences.map((sentence, index) => [TREES[index], sentence] as const))('%s', (_tree, { heads }) => {
    const building = new Building(heads.length)
    while (!building.done) {
      const action = [RIGHT, LEFT, SHIFT].find(
        (each) => building.allows(each) && costOf(building, heads, each) === 0,
      )
      expect(action).toBeDefined()
      building.apply(action ?? SHIFT)
    }
    expect([...building.heads]).toEqual([...heads])
  })
})

describe('what was learnt', () => {
  const reading = readingOf(read('Fenn said that doors rust .'))
  const grammar = grammarOf(reading, model)
  it('gives classes, heads and relations', () => {
    expect([...grammar.tags]).toEqual(['NNP', 'VBD', 'IN', 'NNS', 'VBP', '.'].map(tagOf))
    expect([...grammar.heads]).toEqual([1, -1, 4, 4, 1, 1])
    expect(grammar.relations[4]).toBe(relationOf('ccomp'))
  })
  it('says how each word hangs on a cue', () => {
    const paths = [...pathsFrom(grammar, { first: 1, last: 2 }, { first: 0, last: 6 })]
    const hung = (relation: string) => 1 + relationOf(relation)
    expect(paths).toEqual([hung('nsubj'), 1, hung('ccomp'), hung('ccomp'), hung('ccomp'), hung('punct')])
  })
  it('counts the steps up when the cue hangs below', () => {
    const paths = [...pathsFrom(grammar, { first: 4, last: 5 }, { first: 0, last: 6 })]
    expect(paths[1]).toBe(1 + RELATIONS)
    expect(paths[0]).toBe(1 + RELATIONS + relationOf('nsubj'))
  })
  it('finds no way out of the sentence', () => {
    const two = readingOf(read('Fenn said that doors rust . The guild denied it .'))
    expect(pathsFrom(grammarOf(two, model), { first: 1, last: 2 }, { first: 0, last: 11 })[8]).toBe(NO_PATH)
  })
  it('survives being written and read', () => {
    const writer = new ByteWriter()
    writeGrammar(writer, model)
    const again = grammarOf(reading, readGrammar(new ByteReader(writer.bytes())))
    expect([again.tags, again.heads, again.relations]).toEqual([
      grammar.tags,
      grammar.heads,
      grammar.relations,
    ])
  })
  it('reads nothing in nothing', () => expect(grammarOf(readingOf(read('')), model).heads.length).toBe(0))
})
