// Which question the views are about.

import { useAddress } from './address.ts'
import { questions, useQuestion } from './question.ts'

export function QuestionChoice() {
  const { get, set, path } = useAddress()
  const chosen = useQuestion()
  if (!chosen) return null
  const asked = get('question')
  if (asked && asked !== chosen.slug)
    return (
      <p class="question" role="status">
        There is no question “{asked}”. Shown is: {chosen.text}
      </p>
    )
  // The first view has it as its heading.
  if (questions.value.length === 1) return path === '/' ? null : <p class="question">{chosen.text}</p>
  return (
    <label class="question">
      <span>Question</span>
      <select
        value={chosen.slug}
        onChange={(event) => set({ question: event.currentTarget.value, cursor: undefined })}
      >
        {questions.value.map((question) => (
          <option key={question.slug} value={question.slug}>
            {question.text}
          </option>
        ))}
      </select>
    </label>
  )
}
