// What the service refused, in its words, beside what caused it.

import type { Refused } from '../../../openapi/client/index.ts'

export function ProblemNote({ refusal }: { refusal: Refused }) {
  const { title, detail, errors } = refusal.problem
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{title}.</strong> {errors.length === 1 ? '' : detail}
      </p>
      {errors.length > 0 ? (
        <ul>
          {errors.map((error) => (
            <li key={`${error.pointer} ${error.code}`}>
              {error.pointer ? <code>{error.pointer}</code> : null} {error.detail}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
