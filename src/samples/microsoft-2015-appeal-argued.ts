// The Microsoft warrant dispute, second stage: argument before the Second Circuit (9 September 2015).

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: 'Whose emails are they? Microsoft and Washington put the question to an appeals court',
  publisher: 'The Averment Gazette',
  byline: 'Court desk',
  publishedAt: '2015-09-10T06:15:00Z',
  text: `NEW YORK – Three appeals judges heard on Wednesday why a warrant signed in New York should, or should not, open a mailbox in Dublin.

The US Department of Justice (DoJ) told the Court of Appeals for the Second Circuit that the government may ask any email provider based in the United States for its users' data, regardless of where in the world the data is held. The department thinks that the emails should be classed as “business records”, which would put them within reach of an ordinary search warrant.

Microsoft, which lost before the district court last summer, insists that they are nothing of the kind. Its stance is that the messages constitute personal documents of the customer, entrusted to the company for safe keeping.

“The notion of the government's that private emails are Microsoft's business records is very scary,” said Joshua Rosenkranz, counsel for Microsoft. He turned the demand around: “We would go crazy if China did this to us.”

The company has warned that a ruling for the government could encourage other countries to demand the emails of American citizens in their turn. Amazon, Apple and Salesforce, all of them rivals, support Microsoft.

Ahead of the hearing Brad Smith, its general counsel, told the Council on Foreign Relations that the company would go on fighting, since the laws are so muddled. “At the broadest level, this issue is about the future of technology,” said Smith. He added that trust in it “will only come if the laws are clear”.

The judges did not say when they would decide. The warrant, now nearly two years old, remains unexecuted as far as the messages in Ireland are concerned, and the customer at the other end of it remains unnamed.

Read more about data sovereignty`,
}
