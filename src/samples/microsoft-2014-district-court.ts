// The Microsoft warrant dispute, first stage: the district court sides with the government (31 July 2014).

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: 'Judge tells Microsoft to hand over emails kept in Ireland',
  publisher: 'The Averment Gazette',
  byline: 'Court desk',
  publishedAt: '2014-08-01T08:30:00Z',
  text: `NEW YORK – Microsoft must give American investigators the emails of a customer even though they lie on a server in Dublin, a federal district court in New York ruled on Thursday. The company said it would appeal.

The dispute goes back to December 2013, when Microsoft was served with a warrant in a drug investigation. It turned over what it held about the account in the United States but asked the court to set the rest aside, on the grounds that the messages themselves are stored in Ireland and that the search powers of the American government end at the border.

The Department of Justice (DoJ) disagrees. It argues that the emails are business records of the company, and that a company within reach of a court can be told to produce its records wherever it happens to keep them. Prosecutors have maintained that an address in another country changes nothing, since Microsoft can call up the messages from its offices at home.

Microsoft rejects that comparison. It contends that the contents of a mailbox are the personal documents of the customer who wrote and received them, that the company merely looks after them, and that a search of a mailbox in Dublin is a search in Dublin.

The district court was not persuaded by Microsoft. What matters, the court found, is who controls the information and not where it is located, and the warrant therefore stands. The order was put on hold so that the company can take the case to the Court of Appeals for the Second Circuit.

The customer has not been named in public, and neither has the suspected offence beyond its connection with narcotics. Nothing in Thursday's decision says when the messages, if they are ever produced, would have to reach the investigators.

The answer matters well beyond one mailbox. Whoever rents space on somebody else's computers, from law firms to families with holiday pictures, will want to know whether the law sees the landlord's ledgers there or the tenant's letters.

Photo: courthouse steps, Lower Manhattan`,
}
