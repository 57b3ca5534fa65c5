// How far the question has come, and how far oneself has.

import type { Question } from '../../../../openapi/client/index.ts'
import { useAnswer } from '../../frame/asking.ts'
import { me } from '../../frame/session.ts'

export function MyProgress({ question }: { question: Question }) {
  const { value } = useAnswer(
    (service) => service.readProgress({ path: { slug: question.slug } }),
    [question.slug],
    ({ entity }) => entity === 'tag' || entity === 'ruling' || entity === 'claim',
  )
  if (!value) return <p class="progress">&nbsp;</p>
  const mine = value.annotators.find(({ id }) => id === me.value?.id)
  const { total } = value.claims
  const finished = total - value.wanting
  return (
    <p class="progress">
      <label>
        <progress value={finished} max={Math.max(total, 1)} /> {finished} of {total} claims have the tags they
        want
      </label>
      <span>
        {mine ? `You have tagged ${mine.tagged}, ${mine.left} are left for you` : 'You have tagged none yet'}
        {mine?.pace ? `, about ${Math.round(mine.pace)} an hour` : ''}
      </span>
    </p>
  )
}
