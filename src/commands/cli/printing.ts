// What the commands print: tables that fit the screen, bars, and words from outside that cannot steer a terminal.

import { once } from 'node:events'
import { Bar, Presets } from 'cli-progress'
import Table from 'cli-table3'

/** Of lines that go to a file or another program, in characters. */
const WIDTH_ELSEWHERE = 100

export const screenWidth = (): number => Math.max(60, process.stdout.columns ?? WIDTH_ELSEWHERE)

/** Waits when the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain')
}

export const printJson = (value: unknown): Promise<void> => print(JSON.stringify(value, null, 2))

/** What is for the person and not for the next program. */
export const remark = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** On one line and without control characters, which a terminal would obey. */
export const printable = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '�')
    .trim()

export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** 1,234 as "1.2 kB". */
export const sized = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

export interface Column {
  readonly head: string
  /** In characters; as wide as it needs when absent. */
  readonly width?: number
  readonly align?: 'left' | 'right'
}

/** A table without frames: it is read by people and cut by `awk` alike. */
export function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const nothing = Object.fromEntries(
    'top top-mid top-left top-right bottom bottom-mid bottom-left bottom-right left left-mid mid mid-mid right right-mid'
      .split(' ')
      .map((name) => [name, '']),
  )
  const table = new Table({
    head: columns.map(({ head }) => head),
    colWidths: columns.map(({ width }) => width ?? null),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    wordWrap: true,
    chars: { ...nothing, middle: ' ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
  })
  table.push(...rows.map((row) => [...row]))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** `share` of `width` in eighths of a character; something is always seen of what is not nothing. */
export function bar(share: number, width: number): string {
  const eighths = share > 0 ? Math.max(1, Math.round(share * width * 8)) : 0
  const rest = eighths % 8
  return '█'.repeat(Math.floor(eighths / 8)) + (rest === 0 ? '' : ' ▏▎▍▌▋▊▉'.charAt(rest))
}

export interface Progress {
  to(done: number, words: string): void
  /** Takes the bar away again. */
  end(): void
}

/** On a terminal only; elsewhere it would fill a log. */
export function progressBar(total: number): Progress {
  if (process.stderr.isTTY !== true || total === 0) return { to() {}, end() {} }
  const drawn = new Bar(
    {
      format: '{bar} {percentage} %  {words}',
      barsize: 30,
      hideCursor: true,
      clearOnComplete: true,
      linewrap: false,
      fps: 8,
    },
    Presets.shades_classic,
  )
  drawn.start(total, 0, { words: '' })
  return { to: (done, words) => drawn.update(Math.min(done, total), { words }), end: () => drawn.stop() }
}
