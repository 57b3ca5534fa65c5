// How every line grows with the number of claims, as a picture: bars of how many times longer an answer takes.

import type { Line } from './lines.ts'

const ROW = 22
const LEFT = 270
const WIDTH = 720
/** Wider bars than this end there, with their number beside them. */
const MOST = 4

/** An SVG of the lines that both the smallest and the largest database have; null for one database alone. */
export function growthChart(measured: readonly { claims: number; lines: readonly Line[] }[]): string | null {
  const sorted = [...measured].sort((a, b) => a.claims - b.claims)
  const [small, large] = [sorted[0], sorted.at(-1)]
  if (!small || !large || small === large) return null
  const rows = small.lines.flatMap(({ name, service }) => {
    const there = large.lines.find((line) => line.name === name)
    return there
      ? [{ name: name.split(';')[0] ?? name, growth: there.service.p50 / Math.max(0.1, service.p50) }]
      : []
  })
  const title = `Time for an answer with ${large.claims.toLocaleString('en')} claims, as a multiple of that with ${small.claims.toLocaleString('en')}`
  const height = ROW * (rows.length + 2)
  const x = (growth: number) => LEFT + (Math.min(growth, MOST) / MOST) * (WIDTH - LEFT - 60)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    `<text x="8" y="16" font-weight="bold" fill="#1f2328">${title}</text>`,
    `<line x1="${x(1)}" x2="${x(1)}" y1="${ROW}" y2="${height - ROW / 2}" stroke="#8c959f" stroke-dasharray="3 3"/>`,
    ...rows.flatMap(({ name, growth }, i) => {
      const y = ROW * (i + 1) + 6
      return [
        `<text x="${LEFT - 8}" y="${y + 11}" text-anchor="end" fill="#1f2328">${escaped(name)}</text>`,
        `<rect x="${LEFT}" y="${y}" width="${(x(growth) - LEFT).toFixed(1)}" height="${ROW - 8}" fill="#0969da"/>`,
        `<text x="${(x(growth) + 6).toFixed(1)}" y="${y + 11}" fill="#1f2328">${growth.toFixed(2)}</text>`,
      ]
    }),
    '</svg>',
    '',
  ].join('\n')
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
