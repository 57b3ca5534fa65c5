// A page of HTML: its readable text, and what it says about itself, in JSON-LD first, then in its meta elements.

import { parseHTML } from 'linkedom'
import { readableText } from '../readable.ts'
import { declaredIn, decoded } from './encoding.ts'
import { linkedFacts } from './linked-data.ts'
import { type ArticleInFile, type Facts, Unreadable } from './reading.ts'

export function readPage(bytes: Uint8Array): ArticleInFile {
  const html = decoded(bytes, declaredIn(bytes))
  const text = readableText(html)
  if (text === '') throw new Unreadable('no_readable_text', 'The page has no readable text.')
  return { kind: 'html', text, ...factsOf(html) }
}

interface Page {
  querySelector(selector: string): Element | null
  querySelectorAll(selector: string): Iterable<Element>
}
interface Element {
  readonly textContent: string | null
  getAttribute(name: string): string | null
}

/** The first that is given; each place is worth more than the next. */
const META: Readonly<Record<'title' | 'byline' | 'publisher' | 'publishedAt', readonly string[]>> = {
  title: ['og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'title'],
  byline: ['author', 'article:author', 'byl', 'dc.creator', 'parsely-author'],
  publisher: ['og:site_name', 'publisher', 'dc.publisher', 'application-name'],
  publishedAt: [
    'article:published_time',
    'datepublished',
    'parsely-pub-date',
    'pubdate',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'date',
  ],
}

function factsOf(html: string): Facts {
  const page = parseHTML(html).document as unknown as Page
  const linked = linkedFacts([...page.querySelectorAll('script[type="application/ld+json"]')].map(textIn))
  const metas = metasOf(page)
  const meta = (key: keyof typeof META) =>
    META[key].map((name) => metas.get(name)).find((one) => one !== undefined && !/^https?:/.test(one))
  const attribute = (selector: string, name: string) =>
    page.querySelector(selector)?.getAttribute(name) ?? undefined
  return {
    title: linked.title ?? meta('title') ?? words(page, 'h1') ?? words(page, 'title'),
    byline: linked.byline ?? meta('byline') ?? words(page, '[rel="author"], [itemprop="author"], .byline'),
    publisher: linked.publisher ?? meta('publisher'),
    publishedAt: linked.publishedAt ?? meta('publishedAt') ?? attribute('time[datetime]', 'datetime'),
    language: attribute('html', 'lang'),
    url: attribute('link[rel="canonical"]', 'href') ?? metas.get('og:url'),
  }
}

function metasOf(page: Page): Map<string, string> {
  const metas = new Map<string, string>()
  for (const meta of page.querySelectorAll('meta')) {
    const name = ['property', 'name', 'itemprop'].map((key) => meta.getAttribute(key)).find(Boolean)
    const content = meta.getAttribute('content')?.trim()
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content)
  }
  return metas
}

const textIn = (element: Element) => element.textContent ?? ''
const words = (page: Page, selector: string) => page.querySelector(selector)?.textContent?.trim() || undefined
