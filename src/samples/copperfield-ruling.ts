// An invented ruling in curly marks: a quotation of two paragraphs, a dissent, a judge who will not choose.

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: "Split court rules family photos are not the storage company's records",
  publisher: 'The Calloway Ledger',
  byline: 'Thaddeus Wren',
  publishedAt: '2022-11-18T22:10:00Z',
  text: `CALLOWAY CITY – Pictures that customers keep with Copperfield Storage are the customers' personal documents and cannot be demanded from the company with a records order, the Calloway Court of Appeals ruled on Friday by two votes to one.

The Calloway Revenue Agency had wanted the albums of 412 boat owners. Photographs of yachts, it reasoned, would show who had paid too little tax on them. The agency argued that Copperfield keeps the albums in the regular course of its business and so must produce them like any other record.

Judge Leontyne Marchbanks, who wrote for the majority, was not convinced. “To store a thing is not to author it,” she wrote. She rejected the agency's claim that a customer gives up an album by uploading it, and compared the company to a bank with safe-deposit boxes.

“A bank's records are the lines in its books: who rents which box, and since when. The agency may have those for the asking, and Copperfield has never refused them.

“What lies in the box is not a line in anybody's book. It is a christening, a funeral, a boat. It stays the property of the person with the key.”

In dissent, Judge Rupert Stallwick said that the comparison was “charming and wrong”. Copperfield, he noted, shrinks and sharpens every picture and uses it to train its software. In his view a company that works on its customers' files to improve its own product has made them records of its business.

Judge Amaryllis Penn agreed with Marchbanks on the outcome alone. She did so, she explained, because the agency had used the wrong form; on whether photographs are business records or personal documents she expressed no view. “There is much to be said for each side,” she wrote, “and I hope never to have to say it.”

Hugo Brandreth, the agency's commissioner, called the ruling disappointing. He insisted that the albums are “business records, pure and simple”, and said that the agency would appeal. He did not deny that it had already looked at several.

Copperfield said it was pleased. “We have told our customers from the first day that their pictures are theirs,” said Nerys Quillfeather, a spokeswoman. Asked whether the company would stop using them to train its software, she said that it would think about it.

Boat sales in the state rose by four percent last year, according to the Calloway Marina Association.`,
}
