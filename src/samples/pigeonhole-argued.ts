// An invented case with a transcript of the argument: speaker labels, a judge who doubts both sides, hearsay.

import type { SampleArticle } from './sample-article.ts'

export const article: SampleArticle = {
  title: "Westmarch justices weigh fate of a baker's mailbox",
  publisher: 'Westmarch Law Reporter',
  byline: 'Odile Prenderby',
  publishedAt: '2021-10-13T16:40:00Z',
  text: `The Supreme Court of Westmarch heard argument on Tuesday in State v. Pigeonhole Inc., in which the state wants eleven years of a baker's email from the company that stores it. The baker, Lorcan Tibbs, is suspected of selling unlicensed fireworks from under the counter, which he denies.

Solicitor General Imke Talloway told the justices that the messages are business records of Pigeonhole, "no different from the registers of a hotel". A hotel, she said, cannot refuse to open its register because the guests would rather it didn't.

Pigeonhole's counsel, Roberta Abernathy-Cole, disputed the comparison. "The register is what the hotel writes about its guests," she said. "The letters in the guests' suitcases are not a register of anything."

The sharpest exchange came halfway through, when Justice Anselm Halvorsen turned to the state:

JUSTICE HALVORSEN: Suppose I leave my diary in a locker at the railway station. Does it become a record of the railway?

MS. TALLOWAY: No, Your Honor, because the railway has no use for it. Pigeonhole scans and sorts and indexes every message in order to run its business. That makes the messages its records.

JUSTICE HALVORSEN: And yet your friend's client says it never reads them.

MS. ABERNATHY-COLE: It does not read them, Your Honor. A machine that sorts envelopes does not become the author of the letters.

JUSTICE HALVORSEN: I am not sure that either of you has the right picture. A mailbox is partly a ledger and partly a desk drawer.

Justice Philippa Dunmore wanted to know whether it would make a difference if customers paid for the service. Talloway answered that it would not. "Whoever pays the rent," she said, "the files are kept in the ordinary course of the company's trade."

Outside the courthouse Tibbs said that he had come on the early train and had closed the shop for the day. He rejected the idea that his messages belonged to anybody but himself. "My wife wrote to me when I was in hospital," he said. "Is that a business record? Whose business would that be?"

A spokeswoman for the attorney general's office declined to comment. The court is expected to rule in the spring.`,
}
