// Everybody's tag on one claim, side by side; who differs from the ruling stays in view.

import type { Question, Ruling, Tag } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { percent } from './figures.ts'

interface SideBySideProps {
  readonly tags: readonly Tag[]
  readonly rulings: readonly Ruling[]
  readonly question: Question
}

export function SideBySide({ tags, rulings, question }: SideBySideProps) {
  const standing = rulings.find(({ current }) => current)
  if (tags.length === 0) return <p class="hint">Nobody has tagged this claim.</p>
  return (
    <table class="side-by-side">
      <caption>Tags</caption>
      <thead>
        <tr>
          <th scope="col">Who</th>
          <th scope="col">Position</th>
          <th scope="col" class="number">
            Sure
          </th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {tags.map(({ id, annotator, position, confidence, rationale, questionVersion }) => (
          <tr key={id}>
            <th scope="row">
              {annotator.name}
              {annotator.kind === 'software' ? ' (machine)' : ''}
            </th>
            <td>
              <PositionMark question={question} position={position} />
              {standing && standing.position !== position && annotator.kind === 'person' ? (
                <span class="hint"> dissents</span>
              ) : null}
              {questionVersion === question.version ? null : (
                <span class="hint"> on version {questionVersion}</span>
              )}
            </td>
            <td class="number">{percent(confidence)}</td>
            <td dir="auto">{rationale}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
