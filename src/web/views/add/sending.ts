// Sends files: those with an article a line line by line, all others a few at a time.

import type { ArticleFiles, Averment, NewArticle } from '../../../../openapi/client/index.ts'
import { refusalFrom } from '../../frame/asking.ts'
import { beginBatch, type Keeping, rowOf } from './batch.ts'
import { linesOf } from './file-lines.ts'
import { formsOf } from './forms.ts'

export type Beside = Pick<ArticleFiles, 'publisher' | 'publishedAt'>

export const hasLines = ({ name }: File) => /\.(ndjson|jsonl)$/i.test(name)

export async function send(
  service: Averment,
  files: readonly File[],
  beside: Beside,
  signal: AbortSignal,
): Promise<void> {
  const withLines = files.filter(hasLines)
  const others = files.filter((file) => !hasLines(file))
  let keeping = beginBatch(files.length)
  try {
    if (withLines.length > 0) keeping = beginBatch(others.length + (await numberOfLines(withLines)))
    for (const form of formsOf(others)) await sendForm(service, form, beside, keeping, signal)
    for (const file of withLines) await sendLines(service, file, keeping, signal)
    keeping.end()
  } catch (error) {
    keeping.end(signal.aborted ? undefined : refusalFrom(error))
  }
}

async function numberOfLines(files: readonly File[]): Promise<number> {
  let n = 0
  for (const file of files) for await (const _ of linesOf(file)) n++
  return n
}

async function sendForm(
  service: Averment,
  files: readonly File[],
  beside: Beside,
  keeping: Keeping,
  signal: AbortSignal,
): Promise<void> {
  let at = 0
  for await (const result of service.addFiles({ files: [...files], ...beside }, signal))
    keeping.add(rowOf(files[at++]?.name ?? result.file, result))
}

async function sendLines(
  service: Averment,
  file: File,
  keeping: Keeping,
  signal: AbortSignal,
): Promise<void> {
  const numbers: number[] = []
  async function* articles(): AsyncGenerator<NewArticle> {
    for await (const { line, text } of linesOf(file)) {
      if (signal.aborted) return
      const value = parsed(text)
      if (value === undefined)
        keeping.add({ name: nameOf(file, line), status: 'invalid', reason: 'This line is not JSON.' })
      else {
        numbers.push(line)
        yield value as NewArticle
      }
    }
  }
  for await (const result of service.addArticles(articles())) {
    const name = nameOf(file, numbers[result.line - 1] ?? result.line)
    keeping.add(rowOf(name, result), result.status !== 'created')
    if (signal.aborted) return
  }
}

const nameOf = (file: File, line: number) => `${file.name}, line ${line}`

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
