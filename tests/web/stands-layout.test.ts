// Where marks stand and how high columns are, and what of the address is understood: without a browser.

import { describe, expect, it } from 'vitest'
import type { Question, Standing } from '../../openapi/client/index.ts'
import { daysOf } from '../../src/web/components/standing/months.ts'
import { saidIn } from '../../src/web/components/standing/said.ts'
import { timelineOf } from '../../src/web/components/standing/timeline-layout.ts'
import { claimsOf } from '../../src/web/views/stands/claims-of.ts'
import { fieldOf } from '../../src/web/views/stands/field-layout.ts'
import { groupOf } from '../../src/web/views/stands/groups.ts'
import { outlookOf } from '../../src/web/views/stands/outlook.ts'

const position = (slug: string, kind: 'side' | 'ambivalent' | 'off-question') => ({
  slug,
  label: slug.toUpperCase(),
  definition: '',
  kind,
  examples: [],
})

const question = (...sides: string[]) =>
  ({
    slug: 'q',
    text: 'Whose?',
    positions: [
      ...sides.map((slug) => position(slug, 'side')),
      position('both', 'ambivalent'),
      position('off', 'off-question'),
    ],
  }) as unknown as Question

const OURS = question('ours', 'theirs')

/** `3 ours, 1 both` as counts; what people placed comes after a slash. */
function counted(said: string, slugs = ['ours', 'theirs', 'third', 'both', 'off']) {
  const counts = Object.fromEntries(slugs.map((slug) => [slug, 0]))
  const byPeople = { ...counts }
  for (const part of said.split(', ')) {
    const [n = '0', slug = ''] = part.split(' ')
    const [all, people = '0'] = n.split('/')
    counts[slug] = Number(all)
    byPeople[slug] = Number(people)
  }
  return { counts, byPeople }
}

function standing(name: string, said: string): Standing {
  const { counts, byPeople } = counted(said)
  const taken = ['ours', 'theirs', 'third'].filter((side) => (counts[side] ?? 0) > 0)
  const [most = null] = taken.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  const claims = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const speaker = { id: name, name, kind: 'person' as const }
  return { speaker, counts, byPeople, claims, leaning: most, firstAt: null, lastAt: null, evidence: [] }
}

const group = (name: string, said: string, of = OURS) => groupOf('speaker', of, standing(name, said))

describe('the place between the sides', () => {
  it.each<[string, number | null]>([
    ['4 ours', 0],
    ['4 theirs', 1],
    ['2 ours, 2 theirs', 0.5],
    ['3 both', 0.5],
    ['3 ours, 1 theirs', 0.25],
    ['1 theirs, 1 both', 0.75],
    ['1 theirs, 9 off', 1],
    ['7 off', null],
  ])('of who said %s is %s', (said, place) => {
    expect(group('Ida Orme', said).place).toBe(place)
  })

  it('with three sides is the column of the one most often taken, or the last one', () => {
    const three = question('ours', 'theirs', 'third')
    const places = ['2 ours', '2 theirs, 1 ours', '1 third', '3 both'].map(
      (said) => group('x', said, three).place,
    )
    expect(places).toEqual([0, 1 / 4, 2 / 4, 3 / 4])
  })

  it('is filled as far as people placed what was said', () => {
    expect(group('Ida Orme', '4/1 ours, 5/5 off').byPeople).toBe(0.25)
    expect(saidIn(OURS, counted('4/1 ours, 1/0 both, 5/5 off'))).toBe(
      '4 OURS, 1 BOTH; 1 of 5 placed by people',
    )
    expect(saidIn(OURS, counted('2 off'))).toBe('nothing on the question')
  })
})

describe('the field', () => {
  const widthOf = (name: string) => name.length * 7
  const said = ['9 ours', '1 ours', '1 ours', '1 theirs', '2 both', '3 ours, 2 theirs', '4 off']

  it.each([
    [288, 0],
    [736, 0],
    [1248, 0],
    [736, 4],
    [1248, 4],
  ])('of %d pixels, in %d columns, keeps everybody apart and inside', (width, columns) => {
    const three = question('ours', 'theirs', 'third')
    const crowd = Array.from({ length: 200 }, (_, n) =>
      group(`Speaker ${n}`, said[n % said.length] ?? '', columns > 0 ? three : OURS),
    )
    const { marks, height } = fieldOf(crowd, width, widthOf, columns)
    expect(marks).toHaveLength(crowd.filter(({ place }) => place !== null).length)
    const ends = marks.flatMap(({ x, r, label }) =>
      label
        ? [x - r, x + r, label.x + (label.anchor === 'start' ? 1 : -1) * widthOf(label.text)]
        : [x - r, x + r],
    )
    expect(Math.min(...ends)).toBeGreaterThan(-0.01)
    expect(Math.max(...ends)).toBeLessThan(width + 0.01)
    expect(Math.min(...marks.map(({ y, r }) => y - r))).toBeGreaterThan(-0.01)
    expect(Math.max(...marks.map(({ y, r }) => y + r))).toBeLessThan(height + 0.01)
    const gaps = marks.flatMap((a, i) =>
      marks.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y) - a.r - b.r),
    )
    expect(Math.min(...gaps)).toBeGreaterThan(-0.01)
  })

  it('has the weightiest first, by area, and nobody in an empty one', () => {
    const { marks } = fieldOf(
      [group('a', '1 ours'), group('b', '16 theirs'), group('c', '4 both')],
      800,
      widthOf,
    )
    expect(marks.map((mark) => mark.group.name)).toEqual(['b', 'c', 'a'])
    expect((marks[0]?.r ?? 0) / (marks[1]?.r ?? 1)).toBeCloseTo(2)
    expect(fieldOf([], 800, widthOf)).toMatchObject({ marks: [] })
  })
})

describe('the timeline', () => {
  const months = [
    { month: '2021-11', ...counted('2/1 ours, 2 both') },
    { month: '2022-02', ...counted('3 theirs') },
  ]

  it('has the first side above the line, the second below, the undecided across it, and months without a word', () => {
    const { columns, line, step, years } = timelineOf(OURS, months, 400, 102)
    // Three claims above (two and half of two), three below; a pixel of edge on either side.
    const unit = 100 / 6
    expect(line).toBeCloseTo(1 + 3 * unit)
    expect(step).toBe(56)
    expect(columns.map(({ x }) => x)).toEqual([0, 3 * 56])
    const [first, second] = columns.map(({ segments }) =>
      segments.map(({ slug, y, height, placed }) =>
        [slug, y - line, height, placed].map((one) =>
          typeof one === 'string' ? one : Math.round(one / unit),
        ),
      ),
    )
    expect(first).toEqual([
      ['ours', -3, 2, 1],
      ['both', -1, 2, 0],
    ])
    expect(second).toEqual([['theirs', 0, 3, 0]])
    expect(years).toEqual([{ year: '2022', x: 2 * 56 }])
  })

  it.each([
    ['2021-11', {}, '2021-11-01', '2021-11-30'],
    ['2024-02', { publishedTo: '2024-02-10' }, '2024-02-01', '2024-02-10'],
    ['2024-12', { publishedFrom: '2024-12-05' }, '2024-12-05', '2024-12-31'],
  ])('the days of %s within %j', (month, within, publishedFrom, publishedTo) => {
    expect(daysOf(month, within)).toEqual({ publishedFrom, publishedTo })
  })
})

describe('the address', () => {
  const read = (query: string) => {
    const parameters = new URLSearchParams(query)
    return outlookOf((name) => parameters.get(name) ?? '')
  }

  it.each([
    ['', { by: 'speaker', isTable: false, narrowing: {}, pages: 1, open: null }],
    [
      'by=month&show=table&basis=people&type=direct&publisher=The+Echo&from=2021-01-01&to=2021-02-01&pages=3&open=2021-01',
      {
        by: 'month',
        isTable: true,
        narrowing: {
          basis: 'people',
          type: 'direct',
          publisher: 'The Echo',
          publishedFrom: '2021-01-01',
          publishedTo: '2021-02-01',
        },
        pages: 3,
        open: '2021-01',
      },
    ],
    ['by=month&open=2021-13', { by: 'month', isTable: false, narrowing: {}, pages: 1, open: null }],
    ['by=month&open=~', { by: 'month', isTable: false, narrowing: {}, pages: 1, open: '~' }],
    [
      'by=colour&show=x&basis=rumour&type=1&from=soon&to=2021-13-99&pages=-4',
      { by: 'speaker', isTable: false, narrowing: {}, pages: 1, open: null },
    ],
  ])('"%s" is understood as far as it makes sense', (query, outlook) => {
    expect(read(query)).toEqual(outlook)
  })

  it.each([
    ['', 'spk_1', { question: 'q', position: 'ours', speaker: 'spk_1' }],
    [
      'by=affiliation&type=direct',
      'spk_2',
      { question: 'q', position: 'ours', affiliation: 'spk_2', type: 'direct' },
    ],
    ['by=publisher', '~', null],
  ])('"%s" opened at %s asks for these claims', (query, key, asked) => {
    expect(claimsOf(read(query), key, 'q', 'ours')).toEqual(asked)
  })
})
