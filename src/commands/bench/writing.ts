// What is written: a durable tag, beside one commit each, and whole articles.

import { QUESTION } from './data.ts'
import type { Request } from './load.ts'
import type { Random } from './random.ts'
import { anyOf, type Bench } from './reading.ts'

export async function writing({ built, service, bare, key, rng, compare }: Bench): Promise<void> {
  const any = anyOf(rng)
  const headers = { ...key, 'content-type': 'application/json' }
  const tag = (path: string) => (): Request => ({
    method: 'POST',
    path: `/v1/claims/${any(built.claimIds)}/${path}`,
    headers,
    body: JSON.stringify({ question: QUESTION, position: any(['business-records', 'personal-documents']) }),
  })
  await compare(
    'tag, durable; bare: its row, a commit each',
    '–',
    [service, tag('tags')],
    [bare, tag('tags')],
  )
  await compare(
    'tag, durable; bare: all it changes, likewise',
    '3 times one commit each',
    [service, tag('tags')],
    [bare, tag('whole')],
  )
  await compare(
    'tag, durable; bare: the same in group commit',
    '0.5 of bare',
    [service, tag('tags')],
    [bare, tag('grouped')],
  )
  let n = 0
  const article = (): Request => ({
    method: 'POST',
    path: '/v1/articles',
    headers,
    body: JSON.stringify({
      title: `Fresh ${++n}`,
      publisher: rng.skewed(built.publishers),
      text: articleText(n, rng),
    }),
  })
  await compare('article in, whole pipeline', '60/s', [service, article])
}

/** About 400 words with a dozen claims, each time with other names and numbers. */
export function articleText(n: number, rng: Random): string {
  const [first, second] = [`Ivo Marsh${n}`, `Tilda Renn${n}`]
  const paragraphs = [
    `Hollowgate Mail ${n} was before the regional court on Tuesday over messages that ${rng.below(900)} customers keep on its machines.`,
    `"These letters are not ours to hand over," said ${first}, counsel for Hollowgate Mail. "We carry them and nothing more."`,
    `The Ministry of Post argued that the messages are "business records" because the company stores, sorts and bills for them.`,
    `${second}, a spokeswoman for the ministry, denied that anybody's privacy was at stake, and said the order covered ${rng.below(60)} accounts.`,
    `He told the panel that a locker does not belong to the landlord. According to the ministry, the comparison fails.`,
    `Judge Oren Valk asked whether a parcel in a van becomes the property of the driver. The court is expected to rule in ${rng.below(9) + 2} weeks.`,
    `Privacy groups warned that the ruling could open every drawer in the country, while the company's rivals believe that little would change.`,
  ]
  return paragraphs.join('\n\n')
}
