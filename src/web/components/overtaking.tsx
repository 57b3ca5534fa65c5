// Somebody else was first: both states side by side, and nothing lost of either until one has chosen.

import type { Difference } from '../frame/overtaken.ts'

interface OvertakingProps {
  /** What has been changed: "this claim". */
  readonly what: string
  readonly differences: readonly Difference[]
  readonly keep: () => void
  readonly drop: () => void
}

export const Overtaking = ({ what, differences, keep, drop }: OvertakingProps) => (
  <div class="problem overtaking" role="alert">
    <p>
      <strong>Somebody else has changed {what} since you began.</strong> Nothing of yours is lost.
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
        {differences.map((row) => (
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
