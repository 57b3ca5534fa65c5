// What is sent of a correction, what is kept of it when somebody else was first, and how files are dealt out.

import { describe, expect, it } from 'vitest'
import type { Claim } from '../../openapi/client/index.ts'
import { Overtaken } from '../../src/web/frame/overtaken.ts'
import { linesOf } from '../../src/web/views/add/file-lines.ts'
import { formsOf } from '../../src/web/views/add/forms.ts'
import {
  changeOf,
  type Draft,
  differencesOf,
  draftOf,
  isChanged,
  newClaimOf,
  newDraft,
  rebased,
  withWords,
} from '../../src/web/views/articles/draft.ts'
import { saveDraft } from '../../src/web/views/articles/saving.ts'
import { clientOf } from '../client/service.ts'
import { first, sharedNewsroom } from '../support/newsroom.ts'

const TEXT = '😀 “It is ours,” said Ida Orme. “All of it.”'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const spans = (...words: string[]) => words.map((exact) => ({ ...at(exact), exact }))
const stored = {
  id: 'clm_1',
  content: spans('“It is ours,”'),
  cue: spans('said'),
  source: spans('Ida Orme'),
  speakers: [{ id: 'spk_1', name: 'Ida Orme', kind: 'person' }],
  type: 'direct',
  polarity: 'asserted',
  status: 'proposed',
} as unknown as Claim
const draft = draftOf(stored)
const finch = { id: null, name: 'Orla Finch' }

describe('a correction', () => {
  it.each<[string, Partial<Draft>, object]>([
    ['nothing, when nothing has changed', {}, {}],
    ['the words that have', { content: [at('ours')] }, { content: spans('ours') }],
    ['no words, where all were taken away', { cue: [] }, { cue: [] }],
    [
      'speakers by id, and new ones by name',
      { speakers: [...draft.speakers, finch] },
      { speakers: ['spk_1', 'Orla Finch'] },
    ],
    ['the type, when it is another', { type: 'mixed' }, { type: 'mixed' }],
    ['no type, when it is to follow the marks', { type: null }, {}],
    [
      'polarity and status',
      { polarity: 'denied', status: 'confirmed' },
      { polarity: 'denied', status: 'confirmed' },
    ],
  ])('sends %s', (_what, changed, sent) => {
    expect(changeOf({ ...draft, ...changed }, TEXT)).toEqual(sent)
    expect(isChanged({ ...draft, ...changed })).toBe(Object.keys(sent).length > 0)
  })

  it('takes selected words in place of a part or beside it, in the order of the text', () => {
    const all = withWords(draft, TEXT, 'content', at(' “All of it.”'), true)
    expect(all?.content).toEqual([at('“It is ours,”'), at('“All of it.”')])
    expect(withWords(draft, TEXT, 'source', at('Orme'), false)?.source).toEqual([at('Orme')])
    expect(withWords(draft, TEXT, 'cue', { start: 2, end: 3 }, false)).toBeNull()
    expect(newClaimOf({ ...newDraft(at('ours')), speakers: [finch] }, TEXT)).toEqual({
      content: spans('ours'),
      cue: [],
      source: [],
      speakers: ['Orla Finch'],
      polarity: 'asserted',
    })
  })

  it('made on top of what others have stored keeps theirs where it changed nothing', () => {
    const theirs = { ...stored, polarity: 'denied', cue: spans('said Ida') } as Claim
    const mine = { ...draft, speakers: [finch], cue: [] }
    const on = rebased(mine, theirs)
    expect(on).toMatchObject({ base: theirs, polarity: 'denied', speakers: [finch], cue: [] })
    expect(differencesOf(mine, theirs, TEXT)).toEqual([
      { what: 'Cue', mine: 'none', theirs: 'said Ida' },
      { what: 'Said by', mine: 'Orla Finch', theirs: 'Ida Orme' },
      { what: 'Polarity', mine: 'asserted', theirs: 'denied' },
    ])
    expect(changeOf(on, TEXT)).toEqual({ cue: [], speakers: ['Orla Finch'] })
  })
})

describe('storing a correction', () => {
  const news = sharedNewsroom(async () => {})

  it('is refused once somebody else has changed the claim, between reading and writing too; a tag is no change', async () => {
    const other = await clientOf(news(), 'annotator')
    const article = await other.createArticle({ body: { title: 'Ours', text: TEXT } })
    const claim = first((await other.listClaimsOfArticle({ path: { id: article.id } })).data)
    const path = { id: claim.id }
    let meanwhile = async () => {}
    const mine = await clientOf(news(), 'annotator', {
      fetch: async (request) => {
        const then = meanwhile
        if (request.method === 'PATCH') meanwhile = async () => {}
        if (request.method === 'PATCH') await then()
        return fetch(request)
      },
    })
    const save = (changed: Partial<Draft>, base = claim) =>
      saveDraft(mine, article.id, TEXT, { ...draftOf(base), ...changed })

    const question = first((await other.listQuestions()).data)
    const position = question.positions[0]?.slug ?? ''
    meanwhile = async () => {
      await other.createTag({ path, body: { question: question.slug, position } })
    }
    const confirmed = await save({ status: 'confirmed' })
    expect(confirmed.status).toBe('confirmed')

    meanwhile = async () => {
      await other.readClaim({ path })
      await other.updateClaim({ path, body: { polarity: 'denied' } })
    }
    await expect(save({ cue: [] }, confirmed)).rejects.toBeInstanceOf(Overtaken)
    await expect(save({ cue: [] }, confirmed)).rejects.toMatchObject({ current: { polarity: 'denied' } })
    expect((await other.readClaim({ path })).cue).not.toEqual([])
  })
})

describe('files', () => {
  it.each([
    ['a few to a form', Array(12).fill(1), [10, 2]],
    ['fewer, when they are long', [20, 20, 5, 30], [1, 2, 1]],
    ['one alone that is longer than a form may be', [1, 300, 1], [1, 1, 1]],
    ['none', [], []],
  ])('are dealt out: %s', (_what, megabytes: number[], forms) => {
    const files = megabytes.map((size) => ({ size: size * 1024 ** 2 }))
    expect(formsOf(files).map((form) => form.length)).toEqual(forms)
  })

  it('are read by lines, numbered as an editor would', async () => {
    const lines = []
    for await (const one of linesOf(new Blob(['{"a":"é😀"}\r\n\n', ' \n[1]\nlast']))) lines.push(one)
    expect(lines.map(({ line, text }) => [line, text.trim()])).toEqual([
      [1, '{"a":"é😀"}'],
      [4, '[1]'],
      [5, 'last'],
    ])
  })
})
