// What is said in invented legal news, and sentences in which nobody is cited.
import { lines } from './lines.ts'

export const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  THING: lines(`
    the order
    the warrant
    the messages stored in its overseas vault
    a letter of that kind
    the ferry timetable
    the tenants’ deposit
    its search log
    the ruling
    a copy held abroad
    the 2011 Act
    forcing it to hand over customers’ letters
    a claim of this size
    any provider based in the country
    the ledger of a warehouse keeper
    the data of people who never agreed
    what a customer leaves in a locker
  `),
  IS: lines(`
    could pave the way for foreign courts to ask the same of citizens at home
    is stored where the ministry’s powers do not apply
    should be treated as “ordinary business papers”
    has the right to see it regardless of where in the world it is kept
    would cost the port £4m a year
    does not belong to the company that keeps it
    is no different from a key left with a porter
    was drafted before anybody had heard of such a thing
    would “empty the archive overnight”
    cannot be read as a promise
    must be opened before the judge and nobody else
    is a matter for Parliament, not for the courts
    amounts to a search of everybody at once
    was never meant to bind the harbour
    remains the property of whoever wrote it
    will be decided by the end of the year
    needs to be rewritten because the law is so muddled
    “goes further than any court has gone”
  `),
  SPEECH: lines(`
    We would never accept this from another country.
    This is a seizure on somebody else’s soil.
    The notion that these letters are our property is absurd.
    Nobody asked the people who wrote them.
    It will not stand.
    A key is not a house.
    People must be able to trust the lock on their own desk.
    At bottom this case is about who may say no.
    We keep the ledger. We do not own what is written in it.
    If the order stands, every harbour will be next.
    The law was written for paper, and it shows.
    They had ten years to ask.
    I have never seen a warrant like it.
    There is no evidence that anyone was harmed.
    That trust will only come when the rules are clear.
  `),
  NEWS: lines(`
    The case has big implications for the shipping industry, as the issue of who may open a sealed crate remains a top concern for owners.
    Copperleaf was first ordered to comply with the warrant in December 2012.
    The firm failed to have the order overturned by the district court in August and is making its case in the appeals court this week.
    For this reason the firm’s stance on the issue has won the support of its rivals, among them Larkfield and Osier.
    If the court rules in the ministry’s favour, the OPR would only need to show a warrant.
    The hearing continues.
    Shares in the company were little changed.
    The union represents 4,000 clerks in three ports.
    The order covers letters written between 2009 and 2012.
    The judges are expected to rule in the autumn.
    It is the third time that the question has reached the court.
    A date for the trial has not been set.
    The company declined to comment.
    Neither side disputes the figures.
    The Act gives the ministry sixty days to reply.
    The ruling came after a two-day hearing in Dunmere.
    Copperleaf makes locks, safes and, since 2008, the software that opens them.
    The regulator opened its inquiry in May and asked both sides for their papers.
  `),
}
