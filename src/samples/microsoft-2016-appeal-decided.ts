// The Microsoft warrant dispute, third stage: the Second Circuit sides with the company (14 July 2016).

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: 'Microsoft wins: warrant does not reach the Dublin mailbox, appeals court rules',
  publisher: 'The Averment Gazette',
  byline: 'Court desk',
  publishedAt: '2016-07-15T07:00:00Z',
  text: `NEW YORK – A warrant issued in the United States cannot be used to make Microsoft deliver emails that it stores only in Ireland, the Court of Appeals for the Second Circuit ruled on Thursday. The decision overturns the one a district court gave the government two years ago.

The panel held that Congress had not meant the warrants of the Stored Communications Act to apply outside the country. The law, the court found, was written above all to protect the privacy of those who use such services. Executing the warrant against a server in Dublin would therefore have been an unlawful use of it.

It was the strongest endorsement so far of the view that Microsoft has put forward since December 2013: that a customer's messages are the customer's personal documents, and that the company holding them is not free to treat them as its own.

The Department of Justice had argued the opposite throughout. According to the department, the emails are business records of the provider, and a provider that answers to American courts must produce its records from wherever it keeps them. The DoJ had also told the judges that the government has the right to ask any provider based in the United States for the data of its users, whatever the place of storage.

At last September's hearing Microsoft's counsel, Joshua Rosenkranz, called the notion that private emails are the company's business records “very scary”. He also described the warrant as “an execution of law enforcement seizure on their land”, by which he meant Ireland.

The ruling leaves some things open. It says little about messages whose place of storage changes from one hour to the next, and it does not forbid the government to ask Ireland for help. Whether Washington will go to the Supreme Court was not known on Thursday evening.`,
}
