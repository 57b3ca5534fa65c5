// The articles: found by words, publisher and days.

import { useState } from 'preact/hooks'
import type { ArticlePage, ArticleSummary } from '../../../../openapi/client/index.ts'
import { ArticleAbout } from '../../components/article-about.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { useQuestion } from '../../frame/question.ts'
import { may } from '../../frame/session.ts'
import './articles.css'

/** Articles in one look; more come when asked for. */
const LOOK = 50
const FILTERS = ['q', 'publisher', 'publishedFrom', 'publishedTo'] as const

export function Articles() {
  const { get, to } = useAddress()
  const filters = FILTERS.map(get)
  const [shown, setShown] = useState({ of: '', looks: 1 })
  const of = filters.join('\n')
  const looks = shown.of === of ? shown.looks : 1
  const { value, refusal } = useAnswer(
    async (service, signal) => {
      const asked = Object.fromEntries(
        FILTERS.map((name) => [name, get(name)]).filter(([, given]) => given !== ''),
      )
      const found: ArticleSummary[] = []
      let cursor: string | null = null
      for (let look = 0; look < looks && (look === 0 || cursor !== null); look++) {
        const query = { ...asked, limit: LOOK, ...(cursor === null ? {} : { cursor }) }
        const page: ArticlePage = await service.listArticles({ query, signal })
        found.push(...page.data)
        cursor = page.nextCursor
      }
      return { found, hasMore: cursor !== null }
    },
    [of, looks],
    (change) => change.entity === 'article',
  )
  return (
    <section class="articles">
      <div class="above">
        <h1>Articles</h1>
        {may('annotator') ? <a href={to('/add')}>Add an article</a> : null}
      </div>
      <Filters key={of} />
      {refusal ? <ProblemNote refusal={refusal} /> : null}
      {value ? <List articles={value.found} isFiltered={of.trim() !== ''} /> : refusal ? null : <Waiting />}
      {value?.hasMore ? (
        <p class="actions">
          <button type="button" onClick={() => setShown({ of, looks: looks + 1 })}>
            More
          </button>
        </p>
      ) : null}
    </section>
  )
}

/** Those whose claims are placed on the question. */
function usePublishers(): readonly string[] {
  const slug = useQuestion()?.slug
  const { value } = useAnswer(
    async (service, signal) => {
      if (slug === undefined) return []
      const query = { question: slug, groupBy: 'publisher' as const, limit: 200 }
      return (await service.listPositions({ query, signal })).data.flatMap(({ publisher }) => publisher ?? [])
    },
    [slug],
  )
  return value ?? []
}

/** Asked when one submits, or has chosen a day; what is typed is not taken away by what arrives. */
function Filters() {
  const { get, set } = useAddress()
  const publishers = usePublishers()
  const ask = (form: HTMLFormElement) => {
    const given = new FormData(form)
    set(Object.fromEntries(FILTERS.map((name) => [name, String(given.get(name) ?? '').trim()])))
  }
  const field = (name: (typeof FILTERS)[number], label: string, type: 'search' | 'date' | 'text') => (
    <label>
      <span>{label}</span>
      <input
        name={name}
        type={type}
        defaultValue={get(name)}
        {...(name === 'publisher' ? { list: 'publishers' } : {})}
        maxLength={name === 'q' ? 500 : 200}
        onChange={(event) => event.currentTarget.form && ask(event.currentTarget.form)}
      />
    </label>
  )
  return (
    <search>
      <form
        class="filters"
        onSubmit={(event) => {
          event.preventDefault()
          ask(event.currentTarget)
        }}
      >
        {field('q', 'Words', 'search')}
        {field('publisher', 'Publisher', 'text')}
        <datalist id="publishers">
          {publishers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {field('publishedFrom', 'From', 'date')}
        {field('publishedTo', 'To', 'date')}
        <button type="submit">Find</button>
      </form>
    </search>
  )
}

interface ListProps {
  readonly articles: readonly ArticleSummary[]
  readonly isFiltered: boolean
}

function List({ articles, isFiltered }: ListProps) {
  const { to, go } = useAddress()
  if (articles.length === 0)
    return isFiltered ? (
      <p>
        No article fits.{' '}
        <button type="button" onClick={() => go('/articles')}>
          Show all
        </button>
      </p>
    ) : (
      <p>There are no articles yet.</p>
    )
  return (
    <ul class="list">
      {articles.map((article) => (
        <li key={article.id}>
          <a href={to(`/articles/${article.id}`)} dir="auto">
            {article.title}
          </a>
          <ArticleAbout article={article} />
        </li>
      ))}
    </ul>
  )
}
