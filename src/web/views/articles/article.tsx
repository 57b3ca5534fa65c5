// An article as printed, its claims marked in place, who said them and where they stand in the margin.

import { useRef } from 'preact/hooks'
import { type Article, type Claim, each } from '../../../../openapi/client/index.ts'
import { ArticleAbout } from '../../components/article-about.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { SingleKeysChoice } from '../../components/single-keys-choice.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { useWarningBefore } from '../../frame/leaving.ts'
import { may } from '../../frame/session.ts'
import { ArticleText } from './article-text.tsx'
import { concernsClaims } from './concerns.ts'
import { isAnyUnsaved, NEW } from './desk.ts'
import { useOpening } from './opening.ts'
import { type Opened, OpenedContext, type Reading, ReadingContext } from './reading.ts'
import './article.css'

const NONE: readonly Claim[] = []

export function ArticlePage({ id = '' }: { readonly id?: string }) {
  const { value: article, refusal } = useAnswer(
    (service, signal) => service.readArticle({ path: { id }, signal }),
    [id],
    (change) => change.entity === 'article' && change.entityId === id,
  )
  if (refusal) return <ProblemNote refusal={refusal} />
  if (article?.id !== id) return <Waiting />
  return <ArticleWithClaims key={id} article={article} />
}

function ArticleWithClaims({ article }: { readonly article: Article }) {
  const known = useRef<readonly Claim[]>([])
  const answer = useAnswer(
    async (service, signal) => {
      const claims: Claim[] = []
      const all = each((next) =>
        service.listClaimsOfArticle({ path: { id: article.id }, query: { limit: 200, ...next }, signal }),
      )
      for await (const claim of all) claims.push(claim)
      known.current = claims
      return claims
    },
    [article.id],
    (change) => concernsClaims(article.id, known.current)(change),
  )
  const claims = answer.value ?? NONE
  const { reading, opened } = useOpening(article, claims, answer.again)
  return (
    <ReadingContext.Provider value={reading}>
      <OpenedContext.Provider value={opened}>
        <article class="article">
          <Leaving />
          <Heading article={article} />
          {answer.refusal ? <ProblemNote refusal={answer.refusal} /> : null}
          <Shown rejected={claims.filter(({ status }) => status === 'rejected').length} />
          {answer.value && !answer.isWaiting && isGone(opened, reading) ? <Gone /> : null}
          <ArticleText isComplete={answer.value !== undefined} />
        </article>
      </OpenedContext.Provider>
    </ReadingContext.Provider>
  )
}

function Heading({ article }: { readonly article: Article }) {
  return (
    <header class="heading">
      <h1 dir="auto">{article.title}</h1>
      <ArticleAbout article={article} />
    </header>
  )
}

/** Renders nothing; apart, so that a draft that changes draws nothing else anew. */
function Leaving() {
  useWarningBefore(isAnyUnsaved.value)
  return null
}

const isGone = ({ openId }: Opened, { claimOf }: Reading): boolean =>
  openId !== '' && openId !== NEW && claimOf(openId) === undefined

const Gone = () => (
  <p class="hint" role="status">
    The claim that this address leads to is no longer here. All others are.
  </p>
)

/** What is shown only when asked for; the choice stands in the address. */
function Shown({ rejected }: { readonly rejected: number }) {
  const { get, set } = useAddress()
  const toggle = (name: string) => (event: Event & { currentTarget: HTMLInputElement }) =>
    set({ [name]: event.currentTarget.checked ? 'shown' : undefined }, { replace: true })
  return (
    <div class="shown filters">
      <label class="choice">
        <input type="checkbox" checked={get('words') !== ''} onChange={toggle('words')} />
        <span class="words">
          <mark class="part-cue">cue</mark> and <mark class="part-source">source</mark> of every claim
        </span>
      </label>
      {rejected > 0 ? (
        <label class="choice">
          <input type="checkbox" checked={get('rejected') !== ''} onChange={toggle('rejected')} />
          <span>{rejected} rejected</span>
        </label>
      ) : null}
      {may('annotator') ? (
        <>
          <SingleKeysChoice />
          <p class="hint">Select words to add a claim.</p>
        </>
      ) : null}
    </div>
  )
}
