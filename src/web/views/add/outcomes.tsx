// What became of a batch: how far it is, and row by row what was refused, what was there already, what is new.

import { ProblemNote } from '../../components/problem-note.tsx'
import { many } from '../../components/standing/said.ts'
import { useAddress } from '../../frame/address.ts'
import { type Batch, batch, type Row } from './batch.ts'
import { stopping } from './stopping.ts'

const SIGNS = { created: '✓ stored', duplicate: '= there already', invalid: '✕ refused' } as const

export function Outcomes() {
  const now = batch.value
  if (!now) return null
  const done = now.created + now.duplicate + now.invalid
  const isAllShown = now.rows.length === done
  return (
    <div class="outcomes">
      <h2>{now.isRunning ? 'Storing' : done < now.total ? 'Stopped' : 'Done'}</h2>
      <progress max={Math.max(1, now.total)} value={done} aria-label="Articles looked at" />
      <p role="status">{countsOf(now, done)}</p>
      {now.refusal ? <ProblemNote refusal={now.refusal} /> : null}
      {now.refusal ? (
        <p class="hint">Send the same again: what is stored already is told, not stored twice.</p>
      ) : null}
      <p class="actions">
        {now.isRunning ? (
          <button type="button" onClick={stopping.stop}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              batch.value = null
            }}
          >
            Clear
          </button>
        )}
      </p>
      {now.rows.length > 0 ? <Rows rows={now.rows} /> : null}
      {now.rows.length > 0 && !isAllShown ? (
        <p class="hint">Lines that were stored, and whatever is beyond a thousand rows, are only counted.</p>
      ) : null}
    </div>
  )
}

function countsOf({ total, created, duplicate, invalid, claims }: Batch, done: number): string {
  return [
    `${done} of ${total}`,
    `${created} stored with ${many(claims, 'claim')}`,
    `${duplicate} there already`,
    `${invalid} refused`,
  ].join(' · ')
}

/** What was refused stands first: it is what one has to act on. */
const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <table>
    <thead>
      <tr>
        <th scope="col">File</th>
        <th scope="col">What became of it</th>
        <th scope="col">Article, or why not</th>
      </tr>
    </thead>
    <tbody>
      {[
        ...rows.filter(({ status }) => status === 'invalid'),
        ...rows.filter(({ status }) => status !== 'invalid'),
      ].map((row) => (
        <Outcome key={row.name} row={row} />
      ))}
    </tbody>
  </table>
)

function Outcome({ row }: { readonly row: Row }) {
  const { to } = useAddress()
  return (
    <tr class={row.status}>
      <th scope="row">
        <bdi>{row.name}</bdi>
      </th>
      <td class="sign">{SIGNS[row.status]}</td>
      <td>
        {row.articleId ? <a href={to(`/articles/${row.articleId}`)}>Read it</a> : row.reason}{' '}
        {row.claimCount === undefined ? null : <small>{many(row.claimCount, 'claim')}</small>}
      </td>
    </tr>
  )
}
