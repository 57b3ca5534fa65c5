// An invented case abroad, in guillemets: a ministry against a postal company, with nominals ("the ministry", "the minister").

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: 'Ministry: letters in the cloud are company papers',
  publisher: 'Valdorre Courier, English edition',
  byline: 'Severin Maltravers',
  publishedAt: '2019-06-05T11:00:00Z',
  text: `PORT VALDORRE – The Ministry of Public Order has asked the Constitutional Chamber to confirm that messages stored by Lanternpost, the republic's largest provider of electronic mail, count as papers of the company and may be called in like its accounts.

«We are not asking for anybody's secrets,» the minister, Casimir Voss-Ardent, told reporters on Monday. «We are asking a company for the company's files.»

Lanternpost operates the mailboxes of two citizens in three. It has refused nine orders since January and has been fined for each of them. Its director, Benedikta Olm, maintains that she could not obey if she wanted to: the mailboxes, she says, belong to those who rent them, and the company is «the doorman and not the tenant».

The ministry does not accept that. It points out that Lanternpost makes copies of every message and moves them between its halls without asking anyone, and believes that a firm which may do so is the keeper of its own archive. «A doorman does not photocopy the tenants' furniture,» said the minister's legal adviser, Professor Tancred Ilves. He called the dispute «simple».

Few others find it simple. The Chamber of Advocates, to which every lawyer in the republic belongs, warned in a letter that treating stored messages as company papers would put the files of each of its members at the ministry's disposal. The letter says that a client's message to a lawyer «remains the client's own document, in whosever cellar it happens to lie».

The republic's ombudswoman, Ysolde Karr, took a middle path. In her opinion the list of who wrote to whom is a business record, since Lanternpost draws it up for its own purposes. The messages themselves, she thinks, are another matter. «I would not want to say today where exactly the line runs,» she added.

On Monday evening a small crowd gathered before the ministry with lanterns. One of the organisers, a student who gave her name as Pia, said that the weather had kept many away. She also said that she had nothing to hide and that this was «precisely why they should leave it alone».

Voss-Ardent, who will visit the flood districts this week, promised that the ministry would respect the ruling, whatever it might be. The chamber sits on 2 July.`,
}
