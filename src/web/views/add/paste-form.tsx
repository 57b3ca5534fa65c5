// The form for one article. What the service refuses stands beside its field.

import { useState } from 'preact/hooks'
import type { Article, Refused } from '../../../../openapi/client/index.ts'
import { FaultsAt, faultsElsewhere } from '../../components/faults.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { many } from '../../components/standing/said.ts'
import { useAddress } from '../../frame/address.ts'
import { refusalFrom } from '../../frame/asking.ts'
import { service } from '../../frame/session.ts'
import { articleOf, clearPasted, type Pasted, paste, pasted } from './pasted.ts'

type Line = Exclude<keyof Pasted, 'text'>
const LABELS: Readonly<Record<Line, string>> = {
  title: 'Title',
  publisher: 'Publisher',
  publishedAt: 'Published on',
  byline: 'Byline',
  url: 'Address on the web',
}
const LINES = Object.keys(LABELS) as Line[]
const TYPES: Partial<Record<Line, string>> = { publishedAt: 'date', url: 'url' }
const POINTERS = [...LINES, 'text'].map((name) => `/${name}`)

export function PasteForm({ mayStore }: { readonly mayStore: boolean }) {
  const [stored, setStored] = useState<Article>()
  const [refusal, setRefusal] = useState<Refused>()
  const [isWaiting, setWaiting] = useState(false)
  const store = async (event: Event) => {
    event.preventDefault()
    setWaiting(true)
    setRefusal(undefined)
    setStored(undefined)
    try {
      setStored(await service.value.createArticle({ body: articleOf(pasted.value) }))
      clearPasted()
    } catch (error) {
      setRefusal(refusalFrom(error))
    }
    setWaiting(false)
  }
  const elsewhere = refusal && faultsElsewhere(refusal, POINTERS)
  return (
    <form class="paste" onSubmit={store}>
      <h2>{mayStore ? 'Paste one' : 'Paste a text'}</h2>
      {mayStore ? (
        <div class="lines">
          {LINES.map((name) => (
            <Field key={name} name={name} refusal={refusal} />
          ))}
        </div>
      ) : null}
      <label>
        <span>Text</span>
        <textarea
          name="text"
          dir="auto"
          required
          rows={14}
          value={pasted.value.text}
          onInput={({ currentTarget: { value } }) => paste({ text: value })}
        />
      </label>
      <FaultsAt refusal={refusal} pointer="/text" />
      {refusal?.status === 409 ? <Duplicate refusal={refusal} /> : null}
      {elsewhere && refusal.status !== 409 ? <ProblemNote refusal={elsewhere} /> : null}
      {mayStore ? (
        <p class="actions">
          <button type="submit" class="main" disabled={isWaiting}>
            {isWaiting ? 'Storing …' : 'Store'}
          </button>
        </p>
      ) : null}
      {stored ? <Stored article={stored} /> : null}
    </form>
  )
}

function Field({ name, refusal }: { readonly name: Line; readonly refusal: Refused | undefined }) {
  return (
    <div class={name}>
      <label>
        <span>{LABELS[name]}</span>
        <input
          name={name}
          type={TYPES[name] ?? 'text'}
          required={name === 'title'}
          value={pasted.value[name]}
          onInput={({ currentTarget: { value } }) => paste({ [name]: value })}
        />
      </label>
      <FaultsAt refusal={refusal} pointer={`/${name}`} />
    </div>
  )
}

function Duplicate({ refusal }: { readonly refusal: Refused }) {
  const { to } = useAddress()
  return (
    <p class="problem" role="alert">
      <strong>This text is stored already.</strong>{' '}
      <a href={to(`/articles/${String(refusal.problem.articleId)}`)}>Read it</a>
    </p>
  )
}

function Stored({ article }: { readonly article: Article }) {
  const { to } = useAddress()
  const { id, title, claimCount } = article
  return (
    <p class="stored" role="status">
      ✓ <bdi>{title}</bdi> is stored with {many(claimCount, 'claim')}.{' '}
      <a href={to(`/articles/${id}`)}>Read it</a> or see <a href={to('/')}>who stands where</a> now.
    </p>
  )
}
