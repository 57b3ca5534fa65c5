// Everybody who speaks in the articles, found by any part of any of their names.

import type { Speaker } from '../../../../openapi/client/index.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { many } from '../../components/standing/said.ts'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { KINDS } from './draft.ts'
import { speakersAsked } from './speakers-asked.ts'
import './speakers.css'

export function Speakers() {
  const { get, set } = useAddress()
  const q = get('q')
  const kind = KINDS.find((one) => one === get('kind'))
  const pages = Math.max(1, Math.trunc(Number(get('pages')) || 1))
  const { value, refusal, isWaiting } = useAnswer(
    (service, signal) =>
      speakersAsked(service, { ...(q ? { q } : {}), ...(kind ? { kind } : {}) }, pages, signal),
    [q, kind, pages],
    ({ entity }) => entity === 'speaker',
  )
  return (
    <section class="speakers" aria-busy={isWaiting}>
      <h1>Speakers</h1>
      <Finding q={q} kind={kind} />
      {refusal ? <ProblemNote refusal={refusal} /> : null}
      {value ? <List speakers={value.speakers} /> : refusal ? null : <Waiting />}
      {value?.speakers.length === 0 ? (
        <p class="hint">{q || kind ? 'Nobody fits.' : 'Nobody has spoken yet: there is no article here.'}</p>
      ) : null}
      {value?.isMore ? (
        <p class="actions">
          <button type="button" onClick={() => set({ pages: String(pages + 1) }, { replace: true })}>
            More
          </button>
        </p>
      ) : null}
    </section>
  )
}

function Finding({ q, kind }: { readonly q: string; readonly kind: string | undefined }) {
  const { set } = useAddress()
  return (
    <search class="fields filters">
      <label>
        <span>Name, or part of one</span>
        <input
          type="search"
          maxLength={300}
          value={q}
          onInput={(event) =>
            set({ q: event.currentTarget.value.trimStart(), pages: undefined }, { replace: true })
          }
        />
      </label>
      <label>
        <span>Kind</span>
        <select
          value={kind ?? ''}
          onChange={(event) => set({ kind: event.currentTarget.value, pages: undefined })}
        >
          <option value="">any</option>
          {KINDS.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
    </search>
  )
}

function List({ speakers }: { readonly speakers: readonly Speaker[] }) {
  const { to } = useAddress()
  return (
    <ul class="speaker-list" aria-label="Speakers">
      {speakers.map(({ id, name, kind, affiliations, aliases, claimCount }) => (
        <li key={id}>
          <p class="name">
            <a href={to(`/speakers/${id}`)}>
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="count">{many(claimCount, 'claim')}</span>
          </p>
          <p class="hint">
            {[
              kind,
              ...affiliations.map((one) => `for ${one.name}`),
              aliases.length > 0 ? `also ${aliases.slice(0, 3).join(', ')}` : '',
            ]
              .filter(Boolean)
              .join('; ')}
          </p>
        </li>
      ))}
    </ul>
  )
}
