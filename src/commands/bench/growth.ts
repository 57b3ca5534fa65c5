// How every line grows with the number of claims, as a picture: bars of how many times longer an answer takes.

import type { Line } from './lines.ts'

const ROW = 22
const LEFT = 270
const WIDTH = 760
const RIGHT = 110
/** Wider bars than this end there, with their number beside them. */
const MOST = 4
/** What growing tenfold may cost. */
const AIM = 1.3
/** Colours that are read on a light page and on a dark one; which it is, the reader's browser says. */
const STYLE =
  'text{fill:#1f2328}.bar{fill:#0969da}.most{fill:#bf8700}.line{stroke:#8c959f}.quiet{fill:#59636e}@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.bar{fill:#4493f8}.most{fill:#d29922}.line{stroke:#656c76}.quiet{fill:#9198a1}}'

/** An SVG of the lines that both the smallest and the largest database have; null for one database alone. */
export function growthChart(measured: readonly { claims: number; lines: readonly Line[] }[]): string | null {
  const sorted = [...measured].sort((a, b) => a.claims - b.claims)
  const [small, large] = [sorted[0], sorted.at(-1)]
  if (!small || !large || small === large) return null
  const rows = small.lines.flatMap(({ name, service }) => {
    const there = large.lines.find((line) => line.name === name)?.service.p50
    return there === undefined
      ? []
      : [{ name: name.split(';')[0] ?? name, took: there, growth: there / Math.max(0.1, service.p50) }]
  })
  const title = `Time for an answer with ${large.claims.toLocaleString('en')} claims, as a multiple of that with ${small.claims.toLocaleString('en')}`
  const height = ROW * (rows.length + 2)
  const x = (growth: number) => LEFT + (Math.min(growth, MOST) / MOST) * (WIDTH - LEFT - RIGHT)
  const upright = (at: number, dashes: string) =>
    `<line class="line" x1="${x(at).toFixed(1)}" x2="${x(at).toFixed(1)}" y1="${ROW}" y2="${height - ROW / 2}" stroke-dasharray="${dashes}"/>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    `<text x="8" y="16" font-weight="bold">${title}</text>`,
    upright(1, '3 3'),
    upright(AIM, '1 3'),
    ...rows.flatMap(({ name, took, growth }, i) => {
      const y = ROW * (i + 1) + 6
      return [
        `<text x="${LEFT - 8}" y="${y + 11}" text-anchor="end">${escaped(name)}</text>`,
        `<rect class="${growth > AIM ? 'most' : 'bar'}" x="${LEFT}" y="${y}" width="${(x(growth) - LEFT).toFixed(1)}" height="${ROW - 8}"/>`,
        `<text x="${(x(growth) + 6).toFixed(1)}" y="${y + 11}">${growth.toFixed(2)}</text>`,
        `<text class="quiet" x="${WIDTH - 8}" y="${y + 11}" text-anchor="end">${shown(took)}</text>`,
      ]
    }),
    '</svg>',
    '',
  ].join('\n')
}

const shown = (milliseconds: number) =>
  milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
