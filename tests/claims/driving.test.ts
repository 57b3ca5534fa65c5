// The way to find claims is the one with the fewest to look at until the page is full.

import { expect, it } from 'vitest'
import { cheapest, estimated, isOpen, type Sized, type Way } from '../../src/claims/driving.ts'
import type { Filters } from '../../src/claims/filters.ts'
import { isInIndex } from '../../src/claims/finding.ts'

const MILLION = 1_000_000
const sized = (way: Way, n: number, kind: 'ordered' | 'unordered', stopped = false): Sized => ({
  ...{ way, n, stopped },
  ordered: kind === 'ordered',
})
const order = sized('order', MILLION, 'ordered')
const many = (way: Way, kind: 'ordered' | 'unordered') => sized(way, 10_000, kind, true)

it.each<[string, readonly Sized[], Way]>([
  ['nothing asked for: the order of the page', [order], 'order'],
  [
    'few claims, in no order: all of them, rather than most of the others',
    [sized('question', 1000, 'unordered'), order],
    'question',
  ],
  ['many in no order: enough of them come along', [many('published', 'unordered'), order], 'order'],
  [
    'nobody: who was not found is not sought among all',
    [sized('basis', 0, 'unordered'), many('type', 'ordered'), order],
    'basis',
  ],
  [
    'few and many, both in order: the few',
    [many('type', 'ordered'), sized('publisher', 8000, 'ordered'), order],
    'publisher',
  ],
  [
    'many in order and a month: as many as it takes, rather than the whole month',
    [many('speakers', 'ordered'), many('published', 'unordered'), order],
    'speakers',
  ],
  [
    'a common word and a few claims: their words are looked at',
    [sized('speakers', 7, 'unordered'), sized('words', 500_000, 'ordered')],
    'speakers',
  ],
  [
    'a common word and some thousand claims: their words are looked at, one after the other until the page is full',
    [sized('speakers', 4000, 'unordered'), sized('words', 500_000, 'ordered')],
    'speakers',
  ],
  [
    'a word of some thousand claims and as many by whoever said it: those with the word',
    [sized('speakers', 4000, 'unordered'), sized('words', 4000, 'ordered')],
    'words',
  ],
  [
    'a common word and somebody who has said a tenth of all: in the order of the index',
    [sized('speakers', 100_000, 'unordered', true), sized('words', 500_000, 'ordered')],
    'words',
  ],
  [
    'a type and a month: what is asked stands in the index of all ids, and not in that of types',
    [sized('type', 400_000, 'ordered'), many('published', 'unordered'), { ...order, inIndex: true }],
    'order',
  ],
  [
    'a rare type and a month: the rare',
    [sized('type', 40_000, 'ordered'), many('published', 'unordered'), { ...order, inIndex: true }],
    'type',
  ],
  [
    'a body for which two speak: a page of each of them',
    [{ ...many('affiliation', 'ordered'), speakers: 2 }, sized('status', 300_000, 'ordered'), order],
    'affiliation',
  ],
  [
    'a body for which thousands speak: in the order of the page',
    [{ ...many('affiliation', 'ordered'), speakers: 4000 }, sized('status', 900_000, 'ordered'), order],
    'status',
  ],
  [
    'a rare word and many claims: those with the word',
    [many('type', 'unordered'), sized('words', 12, 'ordered')],
    'words',
  ],
  [
    'a common word and many claims: in the order of the index',
    [many('type', 'unordered'), sized('words', 500_000, 'ordered')],
    'words',
  ],
])('%s', (_, ways, expected) => {
  expect(cheapest(ways, MILLION, 51).way).toBe(expected)
})

it.each<[Way, Filters, boolean]>([
  ['order', { sort: '-createdAt', type: 'direct', publisher: 'Mail', publishedFrom: '2024-01-01' }, true],
  ['order', { sort: 'confidence', type: 'direct', publisher: 'Mail' }, true],
  ['order', { sort: 'confidence', publishedTo: '2024-01-01' }, false],
  ['published', { sort: 'publishedAt', publishedFrom: '2024-01-01', publisher: 'Mail' }, true],
  ['published', { sort: '-createdAt', publishedFrom: '2024-01-01' }, false],
  ['type', { sort: '-createdAt', type: 'direct', status: 'proposed' }, true],
  ['type', { sort: '-createdAt', type: 'direct', publisher: 'Mail' }, false],
  ['type', { sort: 'confidence', type: 'direct' }, false],
  ['publisher', { sort: '-createdAt', publisher: 'Mail', type: 'direct' }, true],
  ['speakers', { sort: '-createdAt', speakers: ['spk_1'], type: 'direct' }, false],
])('the index by %s has what %j asks: %s', (way, filters, expected) => {
  expect(isInIndex(way, filters)).toBe(expected)
})

it.each<[string, { n: number; first: number | null; last: number | null }, number, boolean]>([
  ['all of them counted', { n: 1999, first: 1, last: 900_000 }, 1999, false],
  ['every second claim, from the first on', { n: 2000, first: 1, last: 4000 }, 500_000, false],
  ['brought from elsewhere, late and together', { n: 2000, first: 900_001, last: 904_000 }, 500_000, false],
  ['brought from elsewhere, numbers anywhere', { n: 2000, first: 1, last: 1_000_000 }, 2000, true],
  ['no numbers to tell by', { n: 2000, first: null, last: null }, 2000, true],
])('how many there are, %s', (_, counted, expected, open) => {
  const n = estimated(counted, 2000, MILLION)
  expect(n).toBe(expected)
  expect(isOpen(n, 2000)).toBe(open)
})
