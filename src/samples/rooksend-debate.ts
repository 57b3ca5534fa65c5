// An invented town debate, mostly in indirect speech: both sides, "on the grounds that", reported opinions, doubts.

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: "Rooksend divided over police demand for tenants' chat messages",
  publisher: 'The Rooksend Observer',
  byline: 'Clementine Ashgrove',
  publishedAt: '2024-02-09T14:25:00Z',
  text: `The town of Rooksend has not argued so hard about anything since the bypass. At issue is a demand by the police for two years of chat messages between the tenants of Millrace Court, which the housing cooperative that runs the estate has so far declined to hand over.

Chief Constable Barnaby Nettleship says the messages are records of the cooperative like its rent book. They were written in the cooperative's own app, he argues, under rules that it laid down, and it may print them whenever it chooses. He has therefore asked for them under the by-law on business records, which needs no judge.

The cooperative has refused on the grounds that tenants write to one another in the app as neighbours and not on its behalf. Its chair, Zuleika Farthing, thinks that the chief constable has mistaken a notice board for a filing cabinet. She told members at a packed meeting on Wednesday that their messages were their own papers, and that she would go to court before she printed one.

Not everybody in the hall agreed. Percival Gaunt, a retired auditor, said that in forty years he had never seen a business keep something that was not its record. He doubted whether the tenants had ever read the terms of the app. His neighbour Dilys Okonjo-Reeve had; they say, she reported, that the cooperative “maintains the message archive as part of its records”. She wondered why nobody had objected when the terms were sent round.

“Because no one reads them,” came a voice from the back.

The borough's solicitor, Fenella Strake, has advised the council that the point is open. In a note seen by the Observer she warns that a court might well regard the archive as a business record but the single message as private, and that it would be unwise to rely on either.

The tenants' union takes the view that the by-law was made for scrap dealers. It denies that chats between neighbours were ever meant to fall under it. “My shopping list is on that thing,” said its treasurer, Osric Bellamy. “If it's a business record, I'd like to know what I'm selling.”

Nettleship said that burglaries in the district were down by a tenth. The council meets on 1 March.`,
}
