// An invented British case in single quotation marks, with apostrophes, a denial and remarks that miss the question.

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: 'Bellwether customers’ voicemails ‘are not ours to give’, tribunal told',
  publisher: 'Tarnwick Evening Post',
  byline: 'Gwilym Astley-Poole',
  publishedAt: '2023-03-22T18:05:00Z',
  text: `A telephone company that refused to give its customers’ voicemails to a regulator told a tribunal in Tarnwick yesterday that it would sooner pay a fine than ‘go through other people’s drawers’.

Bellwether Telecom has kept recorded messages for its 90,000 customers since it switched off their answering machines in 2019. Last summer the Office for Fair Lending, which is investigating a loan broker in the town, ordered the firm to produce every message left for the broker’s staff.

The regulator argues that the recordings are part of the company’s books. ‘They sit on Bellwether’s discs, under Bellwether’s labels, and Bellwether deletes them when it likes,’ said Crispin Oduya-Marsh, for the Office. ‘If that isn’t a business record, I don’t know what is.’

Nonsense, replied Marjorie Thackle, the firm’s chief executive. She accused the regulator of confusing the shelf with what stands on it. ‘We’re paid to keep the messages safe,’ she said. ‘We don’t own them, we don’t use them and we’ve never listened to one.’

Mr Oduya-Marsh denied that the Office wanted to listen to private calls. It was interested, he said, in nothing but loans.

Under questioning he conceded that the company’s terms describe the recordings as ‘your messages’, but suggested that ‘your’ was a courtesy and not a conveyance.

The chairwoman, Dame Honor Whitlow, asked whether the broker’s staff had been told of the order. They had not, said Ms Thackle; nobody at the firm had thought it lawful to warn them. Dame Honor wondered aloud whether a message belonged to the person who left it, the person who could hear it or the firm that stored it, and said she found the question ‘a good deal harder than counsel on either side would have me believe’.

According to the Tarnwick Privacy Circle, a local charity, the order treats a conversation between two people as if it were an invoice. Its secretary, Idris Fairbrother, said recordings of the human voice were ‘about as personal as a document can get’.

The broker, Quickpenny Ltd, said trading had been ‘brisk’ and that it was hiring. Its shares closed a penny higher.

The hearing goes on today.`,
}
