// The Microsoft warrant dispute, last stage: moot by the CLOUD Act (17 April 2018).

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: 'No winner in Microsoft email case as new law makes it moot',
  publisher: 'The Averment Gazette',
  byline: 'Washington desk',
  publishedAt: '2018-04-18T07:20:00Z',
  text: `WASHINGTON – The Supreme Court closed the case of United States v. Microsoft on Tuesday without saying who had been right. In a short unsigned opinion the court held that no live dispute remained between the parties, and it sent the case back with instructions to dismiss it.

What ended the dispute was the CLOUD Act, signed into law in March. It says that a provider must hand over data within its possession or control whether the data is stored inside the United States or outside. The government obtained a new warrant under the new law, and the old one, served in December 2013, fell away. Both sides agreed that the case was moot.

The question behind it was therefore never answered at the highest level. The Department of Justice had argued for more than four years that emails in the hands of a provider are its business records, and that an order to produce them is good wherever they are kept. Microsoft had replied that they are personal documents that belong to the customer.

The courts below had split. A district court ruled for the government on 31 July 2014. The Second Circuit ruled for the company on 14 July 2016. That decision, too, is now wiped from the books.

Hardly anybody had been content with the old law. In 2015 Brad Smith, then its general counsel, told the Council on Foreign Relations that the rules on who may look at data in the cloud were muddled; trust, in his words, “will only come if the laws are clear”. In the same year Microsoft's counsel, Joshua Rosenkranz, called the notion that private emails are the company's business records “very scary”.

Congress has now said where a warrant reaches. Whose papers it reaches, the provider's or the customer's, it has not said.`,
}
