// Somebody else was first: both states side by side, and nothing lost of either until one has chosen.

import type { Claim } from '../../../../openapi/client/index.ts'
import { type Draft, differencesOf } from './draft.ts'
import { useReading } from './reading.ts'

interface OvertakingProps {
  readonly mine: Draft
  readonly theirs: Claim
  readonly keep: () => void
  readonly drop: () => void
}

export function Overtaking({ mine, theirs, keep, drop }: OvertakingProps) {
  const { text } = useReading().article
  return (
    <div class="problem overtaking" role="alert">
      <p>
        <strong>Somebody else has changed this claim since you began.</strong> Nothing of yours is lost.
      </p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">Yours</th>
            <th scope="col">Stored now</th>
          </tr>
        </thead>
        <tbody>
          {differencesOf(mine, theirs, text).map((row) => (
            <tr key={row.what}>
              <th scope="row">{row.what}</th>
              <td dir="auto">{row.mine}</td>
              <td dir="auto">{row.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="actions">
        <button type="button" onClick={keep}>
          Go on with mine
        </button>
        <button type="button" onClick={drop}>
          Take theirs
        </button>
      </p>
      <p class="hint">Where you changed nothing, theirs is kept either way.</p>
    </div>
  )
}
