// The Microsoft warrant dispute, fourth stage: argument before the Supreme Court (27 February 2018).

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: 'Supreme Court hears the case of the mailbox in Dublin',
  publisher: 'The Averment Gazette',
  byline: 'Washington desk',
  publishedAt: '2018-02-28T09:45:00Z',
  text: `WASHINGTON – The longest-running quarrel over a single mailbox reached the Supreme Court on Tuesday. For an hour the government and Microsoft set out, once more, two ways of looking at the same folder of emails.

To the Department of Justice it is a matter of records. The department maintains that the messages are business records under Microsoft's control, that the company can retrieve them without anybody leaving the United States, and that the act which the warrant compels thus takes place at home. It wants the justices to reverse the Second Circuit, which ruled in July 2016 that the warrant does not reach Ireland.

To Microsoft it is a matter of letters. The company says that the emails are the personal documents of a customer, stored in another country under that country's laws, and denies that they turn into papers of the company because they pass through its machines. Before the appeals court Microsoft's counsel, Joshua Rosenkranz, called the notion that private emails are the company's business records “very scary” and drew a comparison: “We would go crazy if China did this to us.”

The company has also repeated its warning that, if Washington may send for emails in any country, other governments will send for the emails of Americans. Its president, Brad Smith, argued as long ago as 2015 that permitting such warrants “will open the floodgate”. People, he said then, must be able to trust “the technology on their desks and in their pockets”.

A third answer may overtake both. A bill called the CLOUD Act, introduced in Congress this month, would say expressly that providers have to produce data under their control wherever it lies, and would give them a way to object when the law of another country stands against it. Were it to pass, the case might have nothing left to decide.

A decision is expected before the end of June.`,
}
