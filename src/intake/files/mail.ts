// A mail: its plain text, or the readable text of its page, with the subject as title and the sender as byline.

import PostalMime, { type Email } from 'postal-mime'
import { readableText } from '../readable.ts'
import { withQuotationMarks } from './encoding.ts'
import { type ArticleInFile, Unreadable } from './reading.ts'

export async function readMail(bytes: Uint8Array): Promise<ArticleInFile> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1024 ** 2 })
  const type = headerOf(mail, 'content-type') ?? ''
  const plain = withQuotationMarks(mail.text ?? '').trim()
  if (/^(multipart\/encrypted|application\/(x-)?pkcs7-mime)/i.test(type) || /^-{5}BEGIN PGP MESS/.test(plain))
    throw new Unreadable('encrypted', 'The mail is encrypted. Save its text and send that.')
  const text = plain === '' ? readableText(withQuotationMarks(mail.html ?? '')) : plain
  if (text.trim() === '')
    throw new Unreadable('no_readable_text', 'The mail has no text; what is attached to it is not read.')
  if (text.includes('\ufffd') || mail.subject?.includes('\ufffd'))
    throw new Unreadable(
      'unknown_encoding',
      'The mail is not in the encoding that it names. Save it as UTF-8.',
    )
  return {
    kind: 'eml',
    text,
    title: mail.subject && withQuotationMarks(mail.subject),
    byline: mail.from?.name || mail.from?.address,
    publisher: headerOf(mail, 'organization'),
    publishedAt: mail.date,
    language: headerOf(mail, 'content-language'),
  }
}

const headerOf = (mail: Email, key: string) => mail.headers.find((one) => one.key === key)?.value
