// Each file of a form as an article: read on a thread, then taken in like any other, with a result of its own.

import { NewArticle } from '../../articles/schema.ts'
import { Invalid, Malformed, Refusal, TooLarge } from '../../errors.ts'
import { unstorable } from '../../http/body.ts'
import { parsedLine } from '../../http/ndjson.ts'
import type { Act } from '../../storage/ledger.ts'
import type { Analyst } from '../analyst.ts'
import { Duplicate, type Intake } from '../take.ts'
import type { Form, SentFile } from './form.ts'
import { FILE_LIMIT, type FormFields } from './schema.ts'

export type Outcome =
  | {
      readonly file: string
      readonly status: 'created'
      readonly articleId: string
      readonly claimCount: number
    }
  | { readonly file: string; readonly status: 'duplicate'; readonly articleId: string }
  | { readonly file: string; readonly status: 'invalid'; readonly error: Error }

/** As many as there are threads to read them on. */
const AT_ONCE = 2

interface Services {
  readonly intake: Pick<Intake, 'take'>
  readonly analyst: Pick<Analyst, 'readFile'>
}

/** In the order of the form. One bad file never stops the rest. The files are off the disk at the end. */
export async function* takeFiles(
  form: Form,
  services: Services,
  act: () => Act,
): AsyncGenerator<Outcome, void, undefined> {
  const working: Promise<Outcome>[] = []
  try {
    for (const [at, file] of form.files.entries()) {
      working.push(take(file, `/files/${at}`, form.fields, services, act))
      if (working.length >= AT_ONCE) yield (await working.shift()) as Outcome
    }
    for (const one of working) yield await one
  } finally {
    // A caller who hangs up leaves some being worked on.
    await Promise.all(working)
    await form.discard()
  }
}

async function take(
  sent: SentFile,
  pointer: string,
  fields: FormFields,
  { intake, analyst }: Services,
  act: () => Act,
): Promise<Outcome> {
  const file = sent.name
  try {
    const article = await articleIn(sent, pointer, fields, analyst)
    const { id, claimCount } = await intake.take(article, act())
    return { file, status: 'created', articleId: id, claimCount }
  } catch (error) {
    if (error instanceof Duplicate) return { file, status: 'duplicate', articleId: error.articleId }
    return { file, status: 'invalid', error: named(error as Error, file, pointer) }
  }
}

async function articleIn(
  { name, isTooLong, bytes }: SentFile,
  pointer: string,
  fields: FormFields,
  analyst: Services['analyst'],
): Promise<NewArticle> {
  if (isTooLong) {
    const detail = `It is longer than ${FILE_LIMIT / 1024 ** 2} MB, the most a file may have.`
    throw new TooLarge(detail, { faults: [{ pointer, code: 'file_too_large', detail }] })
  }
  const reading = await analyst.readFile(name, await bytes())
  if (reading.status === 'refused') {
    const { code, detail } = reading
    const Kind = code === 'text_too_long' ? TooLarge : Invalid
    throw new Kind(detail, { faults: [{ pointer, code, detail }] })
  }
  const { status: _, kind, ...read } = reading
  const given = Object.entries({ ...read, ...fields }).filter(([, value]) => value !== undefined)
  const article = { ...Object.fromEntries(given), metadata: { fileName: name, fileType: kind } }
  const faults = unstorable(article)
  if (faults.length > 0) throw new Malformed('The text holds characters that cannot be stored.', { faults })
  return parsedLine(NewArticle, article)
}

/** The problem says which file it speaks of, and its faults point at it. */
function named(error: Error, file: string, pointer: string): Error {
  if (!(error instanceof Refusal)) return error
  const faults = error.faults.map((one) => (one.pointer === pointer ? one : { ...one, pointer }))
  const Kind = error.constructor as new (message: string, options: object) => Refusal
  return new Kind(`${file}: ${error.message}`, { state: { ...error.state, file }, faults, cause: error })
}
