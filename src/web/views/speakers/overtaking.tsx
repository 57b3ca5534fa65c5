// Somebody else was first: both states side by side, and nothing lost of either until one has chosen.

import type { Speaker } from '../../../../openapi/client/index.ts'
import { type Draft, differencesOf, draftOf } from './draft.ts'

interface OvertakingProps {
  readonly mine: Draft
  readonly theirs: Speaker
  readonly keep: () => void
  readonly drop: () => void
}

export const Overtaking = ({ mine, theirs, keep, drop }: OvertakingProps) => (
  <div class="problem" role="alert">
    <p>
      <strong>Somebody else has changed this speaker since you began.</strong> Nothing of yours is lost.
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
        {differencesOf(mine, draftOf(theirs)).map((row) => (
          <tr key={row.what}>
            <th scope="row">{row.what}</th>
            <td>{row.mine}</td>
            <td>{row.theirs}</td>
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
