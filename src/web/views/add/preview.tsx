// The claims in a pasted text as they would be found, before anything is stored.

import { useMemo } from 'preact/hooks'
import type { Extraction } from '../../../../openapi/client/index.ts'
import { ParagraphText } from '../../components/marked-text/paragraph-text.tsx'
import { paragraphsOf } from '../../components/marked-text/paragraphs.ts'
import {
  type Mark,
  marksOfEach,
  type Part,
  type Segment,
  stretchAt,
} from '../../components/marked-text/segments.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { many } from '../../components/standing/said.ts'
import { useSettled } from '../../components/use-settled.ts'
import { useAnswer } from '../../frame/asking.ts'
import { asKept, pasted } from './pasted.ts'
import '../../views/articles/notes.css'

type FoundClaim = Extraction['claims'][number]

/** Milliseconds of rest before the service is asked. */
const REST = 300
/** Code units; a longer text is better read once it is stored. */
const MOST = 300_000
const PARTS: readonly Part[] = ['content', 'cue', 'source']
const TYPE = { direct: 'quoted', indirect: 'reported', mixed: 'partly quoted' } as const

export function Preview() {
  const typed = pasted.value.text
  const text = useSettled(typed, REST)
  const isLong = text.length > MOST
  const { value, refusal, isWaiting } = useAnswer(
    async (service, signal) => {
      if (text.trim() === '' || isLong) return null
      const kept = asKept(text)
      const body = { text: kept, offsetUnit: 'utf16' as const }
      return { text: kept, claims: (await service.extract({ body, signal })).claims }
    },
    [text],
  )
  return (
    <section class="preview" aria-label="Claims as found">
      <h2>
        {value ? `${many(value.claims.length, 'claim')} found` : 'Claims as found'}
        {isWaiting || typed !== text ? <small role="status"> looking …</small> : null}
      </h2>
      {refusal ? <ProblemNote refusal={refusal} /> : null}
      {isLong ? <p class="hint">The text is too long to be looked at while it is typed.</p> : null}
      {value ? (
        <Found text={value.text} claims={value.claims} />
      ) : isLong ? null : (
        <p class="hint">They appear here while you type or paste; nothing is stored until you say so.</p>
      )}
    </section>
  )
}

interface FoundProps {
  readonly text: string
  readonly claims: readonly FoundClaim[]
}

function Found({ text, claims }: FoundProps) {
  const paragraphs = useMemo(() => paragraphsOf(text), [text])
  const marks = claims.flatMap((claim) =>
    PARTS.flatMap((part) =>
      claim[part].map(({ start, end }): Mark => ({ id: String(claim.ordinal), part, start, end })),
    ),
  )
  const each = marksOfEach(paragraphs, marks)
  const rowOf = (claim: FoundClaim) => stretchAt(paragraphs, claim.content[0]?.start ?? 0)
  return (
    <>
      {paragraphs.map((paragraph, row) => (
        <div class="found" key={paragraph.start}>
          <ParagraphText
            text={text}
            paragraph={paragraph}
            marks={each[row] ?? []}
            classOf={() => ''}
            before={(segment) => <Ordinals segment={segment} claims={claims} />}
          />
          <ol class="notes">
            {claims
              .filter((claim) => rowOf(claim) === row)
              .map((claim) => (
                <FoundNote key={claim.ordinal} claim={claim} />
              ))}
          </ol>
        </div>
      ))}
    </>
  )
}

interface OrdinalsProps {
  readonly segment: Segment
  readonly claims: readonly FoundClaim[]
}

/** Ordinals count from 1 without gaps. A claim of several pieces goes on after a "…". */
const Ordinals = ({ segment, claims }: OrdinalsProps) => (
  <>
    {segment.marks
      .filter(({ part, start }) => part === 'content' && start === segment.start)
      .map(({ id, start }) => (
        <span key={id} class="number">
          {claims[Number(id) - 1]?.content[0]?.start === start ? id : `…${id}`}
        </span>
      ))}
  </>
)

function FoundNote({ claim }: { readonly claim: FoundClaim }) {
  const about = [
    TYPE[claim.type],
    claim.polarity === 'asserted' ? null : claim.polarity,
    claim.parent === null ? null : `within ${claim.parent}`,
    `${Math.round(claim.confidence * 100)} % sure`,
  ]
  return (
    <li class={`note ${claim.parent === null ? '' : 'within'}`}>
      <span class="who">
        <span class="ordinal">{claim.ordinal}</span>{' '}
        <bdi>{claim.speakers.map(({ name }) => name).join(', ') || 'Nobody named'}</bdi>
      </span>
      <small>{about.filter((word) => word !== null).join(' · ')}</small>
    </li>
  )
}
