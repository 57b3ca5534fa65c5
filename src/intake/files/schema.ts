// Files taken in as articles, as it stands on the wire.

import { z } from 'zod'
import { Language } from '../../articles/schema.ts'
import { DayOrTime, idOf, line } from '../../http/formats.ts'
import { Problem } from '../../http/problem.ts'

/** In bytes, each file and all of them; and how many. */
export const FILE_LIMIT = 20 * 1024 ** 2
export const FILES_LIMIT = 256 * 1024 ** 2
export const MOST_FILES = 200

/** What may stand beside the files, for all of them. */
export const FormFields = z.strictObject({
  publisher: line(200).optional(),
  publishedAt: DayOrTime.optional(),
  language: Language.optional(),
})
export type FormFields = z.infer<typeof FormFields>

export const FilesForm = z
  .strictObject({
    files: z
      .array(z.string().max(FILE_LIMIT).meta({ format: 'binary' }))
      .min(1)
      .max(MOST_FILES)
      .describe('The files: .txt, .html, .pdf, .docx or .eml, told apart by their content.'),
    ...FormFields.shape,
  })
  .meta({
    id: 'ArticleFiles',
    description: 'Files with an article each. The fields beside them hold for all, whatever a file says.',
    examples: [
      {
        files: ['Kestrel Mail contests order\n\n"It is ours," said Ines Calder, counsel for Kestrel Mail.\n'],
        publisher: 'The Fernhill Courier',
      },
    ],
  })

const file = z.string().max(255).describe('The name of the file, as it was sent.')

const FileCreated = z
  .object({ file, status: z.literal('created'), articleId: idOf('art'), claimCount: z.int().min(0) })
  .meta({ id: 'ArticleFileCreated', description: 'A file that became an article.' })

const FileDuplicate = z
  .object({ file, status: z.literal('duplicate'), articleId: idOf('art') })
  .meta({ id: 'ArticleFileDuplicate', description: 'A file whose text is stored already.' })

const FileInvalid = z
  .object({ file, status: z.literal('invalid'), problem: Problem })
  .meta({ id: 'ArticleFileInvalid', description: 'A file that was refused; the others go on.' })

export const FileResult = z
  .discriminatedUnion('status', [FileCreated, FileDuplicate, FileInvalid])
  .meta({ id: 'ArticleFileResult', description: 'What became of a file.' })
export type FileResult = z.infer<typeof FileResult>
