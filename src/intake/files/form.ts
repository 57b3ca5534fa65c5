// A form of files, read to its end before anything is done with it: a form that is cut or wrong stores nothing.

import { createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Malformed, Refusal, TooLarge } from '../../errors.ts'
import { unstorable } from '../../http/body.ts'
import { refusalOfIssues } from '../../http/validate.ts'
import { temporaryFolder, temporaryTrouble } from '../../storage/temporary.ts'
import { FILES_LIMIT, FormFields, MOST_FILES } from './schema.ts'

/** What a reader of multipart bodies gives. */
export type Part =
  | {
      readonly type: 'file'
      readonly fieldname: string
      readonly filename: string
      readonly file: Readable & { readonly truncated: boolean; readonly bytesRead: number }
    }
  | {
      readonly type: 'field'
      readonly fieldname: string
      readonly value: unknown
      readonly valueTruncated: boolean
    }

export interface SentFile {
  readonly name: string
  /** Longer than a file may be; what there is of it is not worth reading. */
  readonly isTooLong: boolean
  bytes(): Promise<Buffer>
}

export interface Form {
  readonly fields: FormFields
  readonly files: readonly SentFile[]
  /** Takes the files off the disk. */
  discard(): Promise<void>
}

/** Files wait on the disk, since they are read one after the other and a form may hold hundreds of megabytes. */
export async function readForm(parts: AsyncIterable<Part>): Promise<Form> {
  const folder = await temporaryFolder('files')
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const { fields, files } = await partsIn(parts, folder)
    if (files.length === 0) throw wrong('/files', 'empty', 'There is no file; send each in a field "files".')
    return { fields: checked(fields), files, discard }
  } catch (error) {
    await discard()
    throw refusalOf(error as Error)
  }
}

async function partsIn(parts: AsyncIterable<Part>, folder: string) {
  const fields = new Map<string, unknown>()
  const files: SentFile[] = []
  let together = 0
  for await (const part of parts) {
    const pointer = `/${part.fieldname.slice(0, 100)}`
    if (part.type === 'field') {
      if (fields.has(part.fieldname)) throw wrong(pointer, 'repeated', 'Give this field once.')
      if (part.fieldname === 'files')
        throw wrong(pointer, 'not_a_file', 'A text was sent in place of a file.')
      if (part.valueTruncated) throw wrong(pointer, 'too_big', 'It is longer than any such field may be.')
      fields.set(part.fieldname, part.value)
      continue
    }
    if (part.fieldname !== 'files') throw wrong(pointer, 'unknown_field', 'Send files in a field "files".')
    const path = join(folder, String(files.length))
    await pipeline(part.file, createWriteStream(path))
    together += part.file.bytesRead
    if (together > FILES_LIMIT)
      throw new TooLarge(`All files together may have ${FILES_LIMIT / 1024 ** 2} MB.`)
    files.push({ name: nameOf(part), isTooLong: part.file.truncated, bytes: () => readBack(path) })
  }
  return { fields: Object.fromEntries(fields), files }
}

const readBack = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: unknown) => {
    throw temporaryTrouble(error) ?? error
  })

function checked(given: Record<string, unknown>): FormFields {
  const faults = unstorable(given)
  if (faults.length > 0) throw new Malformed('The form holds characters that cannot be stored.', { faults })
  const result = FormFields.safeParse(given)
  if (!result.success) throw refusalOfIssues(result.error.issues)
  return result.data
}

const nameOf = (part: { readonly filename: string | undefined }): string =>
  [...(part.filename ?? '').toWellFormed().replace(/\p{Cc}/gu, ' ')].slice(0, 120).join('') || 'unnamed'

const wrong = (pointer: string, code: string, detail: string) =>
  new Malformed(`${pointer}: ${detail}`, { faults: [{ pointer, code, detail }] })

/** What the parser of multipart bodies says against one. */
function refusalOf(error: Error): Error {
  if (error instanceof Refusal) return error
  // The caller's form has nothing to do with it.
  const trouble = temporaryTrouble(error)
  if (trouble) return trouble
  const { code = '' } = error as NodeJS.ErrnoException
  if (/^FST_(FILES|PARTS|FIELDS)_LIMIT$/.test(code))
    return new TooLarge(`A form may have ${MOST_FILES} files.`)
  // Nor has it with whatever else the system says.
  if (/^E[A-Z]+$/.test(code) && code !== 'ECONNRESET') return error
  return wrong('', 'broken_form', `The form cannot be read: ${error.message.slice(0, 200)}.`)
}
