// Which question the views are about.

import { useAddress } from './address.ts'
import { questions, useQuestion } from './question.ts'

export function QuestionChoice() {
  const { set } = useAddress()
  const chosen = useQuestion()
  if (!chosen) return null
  if (questions.value.length === 1) return <p class="question">{chosen.text}</p>
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
