// What comes in is placed on the questions that are open here, and people's decisions of elsewhere count here.

import { expect, it } from 'vitest'
import type { Claim } from '../../src/claims/schema.ts'
import { made, openNewsroom, PERSONAL, QUESTION, until } from '../support/newsroom.ts'
import { imported } from './sending.ts'

it('is placed on a question that elsewhere nobody asked', async () => {
  const source = await openNewsroom()
  const { claims } = await source.article('“Night flights we forbid,” said Ida Orme.')
  made(
    await source.post(`/v1/claims/${claims[0]?.id}/tags`, 'annotator', {
      question: QUESTION,
      position: PERSONAL,
    }),
  )
  const { text } = await source.get('/v1/exports/claims.ndjson')

  const target = await openNewsroom()
  const slug = 'may-drones-deliver-at-night'
  const positions = [
    { slug: 'allow', definition: 'It should be lawful.' },
    { slug: 'forbid', definition: 'It should not.' },
  ]
  made(await target.post('/v1/questions', 'curator', { slug, text: 'May they?', positions }))
  expect((await imported(target, 'claims.ndjson', text)).counts.invalid).toBeUndefined()
  const claim = async () => (await target.get<Claim>(`/v1/claims/${claims[0]?.id}`)).body
  await until(async () => (await claim()).positions.length === 2)
  expect((await claim()).positions).toEqual([
    expect.objectContaining({ question: QUESTION, position: PERSONAL, basis: 'people' }),
    expect.objectContaining({ question: slug, position: 'forbid', basis: 'machine' }),
  ])
})
