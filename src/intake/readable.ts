// The readable text of a page of HTML: what a reader would call the article, without menus and scripts.

import { isProbablyReaderable, Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI MAIN OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
)
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG HEAD TITLE NAV FORM BUTTON'.split(' '))

interface NodeLike {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<NodeLike>
}

/** Paragraphs joined by blank lines; empty when the page has no words. Scripts are never run. */
export function readableText(html: string): string {
  const { document } = parseHTML(
    html.includes('<body') ? html : `<!doctype html><html><body>${html}</body></html>`,
  )
  // A short fragment is taken whole; Readability would find no article in it.
  const article = isProbablyReaderable(document as never) ? new Readability(document as never).parse() : null
  const root = article?.content
    ? parseHTML(`<!doctype html><html><body>${article.content}</body></html>`).document
    : document
  const paragraphs: string[] = ['']
  collect(root.body as unknown as NodeLike, paragraphs)
  return paragraphs
    .map((paragraph) => paragraph.replace(/[\s\u00a0]+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** Iterative, since pages may be nested deeper than the stack. */
function collect(root: NodeLike, paragraphs: string[]): void {
  const steps: (NodeLike | 'break')[] = [root]
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (step === 'break') paragraphs.push('')
    else if (step.nodeType === 3) paragraphs[paragraphs.length - 1] += step.textContent ?? ''
    else if (step.nodeType === 1 && !SILENT.has(step.nodeName.toUpperCase())) {
      const block = BLOCKS.has(step.nodeName.toUpperCase()) || step.nodeName.toUpperCase() === 'BR'
      if (block) paragraphs.push('')
      if (block) steps.push('break')
      steps.push(...[...step.childNodes].reverse())
    }
  }
}
