// The question that the views are about: the one in the address, else the first open one.

import { computed, signal } from '@preact/signals'
import { each, type Question } from '../../../openapi/client/index.ts'
import { useAddress } from './address.ts'
import { type Answer, useAnswer } from './asking.ts'

export const questions = signal<readonly Question[]>([])
const bySlug = computed(() => new Map(questions.value.map((question) => [question.slug, question])))
export const questionOf = (slug: string): Question | undefined => bySlug.value.get(slug)

/** Loads the questions for the whole page; called once, by the frame. */
export function useQuestions(): Answer<readonly Question[]> {
  return useAnswer(
    async (service) => {
      const all: Question[] = []
      for await (const question of each((next) => service.listQuestions({ query: { limit: 200, ...next } })))
        all.push(question)
      questions.value = all
      return all
    },
    [],
    (change) => change.entity === 'question',
  )
}

/** Undefined until the questions are here, or when there is none. */
export function useQuestion(): Question | undefined {
  const { get } = useAddress()
  const all = questions.value
  return questionOf(get('question')) ?? all.find((question) => question.status === 'open') ?? all[0]
}
