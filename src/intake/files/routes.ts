// Files as articles over HTTP: a form in, a line a file out.

import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { TooLarge } from '../../errors.ts'
import { actOf } from '../../http/auth.ts'
import { problemOf } from '../../http/problem.ts'
import { unreadable } from '../../http/refused-body.ts'
import type { Runtime } from '../../runtime.ts'
import type { Analyst } from '../analyst.ts'
import type { Intake } from '../take.ts'
import { type Part, readForm } from './form.ts'
import { FILE_LIMIT, FILES_LIMIT, FileResult, FilesForm, MOST_FILES } from './schema.ts'
import { type Outcome, takeFiles } from './taking.ts'

interface Services {
  readonly intake: Intake
  readonly analyst: Analyst
  readonly runtime: Runtime
}

/** Beside the files: three fields are known; a few more are read so that they can be named in the refusal. */
const LIMITS = {
  fileSize: FILE_LIMIT,
  files: MOST_FILES,
  fields: 20,
  fieldSize: 4096,
  fieldNameSize: 100,
  headerPairs: 20,
}

export const fileRoutes =
  ({ intake, analyst, runtime }: Services): FastifyPluginAsyncZod =>
  async (app) => {
    // In a scope of its own: no other route reads forms, and this one reads nothing else.
    app.removeAllContentTypeParsers()
    await app.register(multipart, { limits: LIMITS, throwFileSizeLimit: false })
    app.post(
      '/articles/files',
      {
        bodyLimit: FILES_LIMIT,
        config: { role: 'annotator', problems: [413, 415], form: FilesForm },
        schema: {
          operationId: 'createArticlesFromFiles',
          tags: ['Articles'],
          summary: 'Take files in',
          description:
            'A form of files (multipart/form-data): plain text, HTML, PDF, Word (.docx) or mail (.eml), told apart by their content, with an article each. Title, byline, publisher and date are read where they are present; the fields of the form stand above them. Answered by an ArticleFileResult a line, in order, as they are stored. One bad file never stops the rest; sent again, what is stored already is a duplicate.',
          consumes: ['multipart/form-data'],
          produces: ['application/x-ndjson'],
          response: { 200: FileResult },
        },
      },
      async (request, reply) => {
        if (!request.isMultipart()) throw unreadable(request)
        if (Number(request.headers['content-length'] ?? 0) > FILES_LIMIT)
          throw new TooLarge(`A form may have ${FILES_LIMIT / 1024 ** 2} MB.`)
        const form = await readForm(request.parts() as AsyncIterable<Part>)
        const line = (outcome: Outcome) => {
          if (outcome.status !== 'invalid') return `${JSON.stringify(outcome)}\n`
          const { error, ...rest } = outcome
          const problem = problemOf(error, request)
          if (problem.status >= 500) request.log.error({ err: error, file: rest.file }, 'failed')
          return `${JSON.stringify({ ...rest, problem })}\n`
        }
        async function* lines() {
          for await (const outcome of takeFiles(form, { intake, analyst }, () =>
            actOf(request, runtime.now()),
          ))
            yield line(outcome)
        }
        reply.type('application/x-ndjson')
        return reply.send(Readable.from(lines()) as never)
      },
    )
  }
