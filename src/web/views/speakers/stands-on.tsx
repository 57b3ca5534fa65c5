// Where one speaker stands on each question they spoke to.

import type { Averment, Question, Speaker, Standing } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { BalanceBar } from '../../components/standing/balance-bar.tsx'
import { inOrder, placedBy, spokenTo } from '../../components/standing/said.ts'
import { addressWith } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { questions } from '../../frame/question.ts'

interface On {
  readonly question: Question
  readonly standing: Standing
}

export function StandsOn({ speaker }: { readonly speaker: Speaker }) {
  const all = questions.value
  const { value } = useAnswer(
    (service, signal) => standingsOn(service, all, speaker.id, signal),
    [speaker.id, all],
    ({ entity }) => entity !== 'key' && entity !== 'annotator',
  )
  if (!value) return null
  const spoken = value.filter(({ question, standing }) => spokenTo(question, standing.counts) > 0)
  return (
    <section class="stands-on" aria-labelledby="stands-on">
      <h2 id="stands-on">Where they stand</h2>
      {spoken.length === 0 ? <p class="hint">Nothing they said speaks to a question here.</p> : null}
      <ul>
        {spoken.map(({ question, standing }) => (
          <li key={question.slug}>
            <a href={addressWith('/', {}, { question: question.slug, open: speaker.id })}>{question.text}</a>
            <BalanceBar question={question} counted={standing} name={speaker.name} />
            <p class="counts">
              {inOrder(question)
                .filter(({ slug }) => (standing.counts[slug] ?? 0) > 0)
                .map(({ slug }) => (
                  <span key={slug}>
                    <PositionMark question={question} position={slug} /> {standing.counts[slug]}
                  </span>
                ))}
              <span class="hint">{placedBy(question, standing)}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

async function standingsOn(
  service: Averment,
  all: readonly Question[],
  speaker: string,
  signal: AbortSignal,
): Promise<On[]> {
  const found: On[] = []
  for (const question of all) {
    const { data } = await service.listPositions({
      query: { question: question.slug, speaker, limit: 1 },
      signal,
    })
    if (data[0]) found.push({ question, standing: data[0] })
  }
  return found
}
