// What those who tagged had before them, version by version.

import type { Question } from '../../../../openapi/client/index.ts'
import { useAnswer } from '../../frame/asking.ts'

export function Versions({ question }: { question: Question }) {
  const { slug, version } = question
  const { value } = useAnswer(
    (service) => service.listQuestionVersions({ path: { slug }, query: { limit: 100 } }),
    [slug, version],
  )
  if (!value || value.data.length < 2) return null
  return (
    <div>
      <h2>Versions</h2>
      {[...value.data].reverse().map((one) => (
        <details key={one.version}>
          <summary>
            Version {one.version}, {one.createdAt.slice(0, 10)}
          </summary>
          <p>{one.text}</p>
          <p class="hint">{one.guidelines}</p>
          <dl>
            {one.positions.map(({ slug: position, label, definition }) => (
              <div key={position}>
                <dt>{label}</dt>
                <dd>{definition}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  )
}
