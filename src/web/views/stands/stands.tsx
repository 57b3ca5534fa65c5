// The first view: who stands where on the question.

import { PositionMark } from '../../components/position-mark.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { useQuestion } from '../../frame/question.ts'

export function Stands() {
  const question = useQuestion()
  const { to } = useAddress()
  const slug = question?.slug
  const { value, refusal } = useAnswer(
    async (service) =>
      slug === undefined ? undefined : service.listPositions({ query: { question: slug, limit: 50 } }),
    [slug],
    (change) => change.entity !== 'key' && change.entity !== 'annotator',
  )
  if (refusal) return <ProblemNote refusal={refusal} />
  if (!question || !value) return <Waiting />
  return (
    <section>
      <h1>{question.text}</h1>
      <table>
        <thead>
          <tr>
            <th scope="col">Speaker</th>
            {question.positions.map(({ slug: position }) => (
              <th key={position} scope="col">
                <PositionMark question={question} position={position} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {value.data.map(({ speaker, counts }) => (
            <tr key={speaker?.id}>
              <th scope="row">
                {speaker ? <a href={to(`/speakers/${speaker.id}`)}>{speaker.name}</a> : 'Not known'}
              </th>
              {question.positions.map(({ slug: position }) => (
                <td key={position} class="number">
                  {counts[position]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
