// The question a fresh service opens with: whose are the emails that a cloud provider keeps for its customers?
import type { QuestionDefinition } from '../engine/types.ts'

export const BUSINESS_RECORDS_QUESTION: QuestionDefinition = {
  slug: 'business-records-vs-personal-documents',
  text: "Are the emails that a cloud provider stores for its customers the provider's business records, or the customers' personal documents?",
  guidelines:
    'Judge what the claim says about whose the stored emails are, after asserting or denying, in its context; ' +
    "not the speaker's general allegiance. A ground or a comparison that carries a side's conclusion takes that side. " +
    'A question put by a judge is ambivalent; a question by an advocate that answers itself takes the side of its answer.',
  positions: [
    {
      slug: 'business-records',
      label: 'Business records',
      kind: 'side',
      definition:
        'Stored emails are, or should be classed as, business records of the provider that keeps them, or a ground for that ' +
        '(the company holds, controls, scans or bills for them on its own servers; whoever entrusts mail to a company has given up control of it; ' +
        'what a company possesses it may be ordered to produce; a letter, locker or deposit box is a false comparison).',
    },
    {
      slug: 'personal-documents',
      label: 'Personal documents',
      kind: 'side',
      definition:
        'Stored emails are the private letters and personal documents of the customers who wrote them, or a ground for that ' +
        '(the provider only carries or keeps them, like a postman, landlord or bank with a deposit box, and neither owns nor reads them; ' +
        'a letter stays its writer’s whoever holds it; custody is not ownership).',
    },
    {
      slug: 'ambivalent',
      label: 'Ambivalent',
      kind: 'ambivalent',
      definition:
        'Speaks to the question without taking a side: it depends, the law is open, both have a point, ' +
        'emails are records for one purpose and letters for another, or a judge tests a theory by asking.',
    },
    {
      slug: 'off-question',
      label: 'Off the question',
      kind: 'off-question',
      definition:
        'Not about the question: whether a warrant or a government’s power reaches data stored overseas, what foreign countries might demand, ' +
        'the course of the case, the crime under investigation, figures, the market and the trust of users, the technology, support from others, motives, reactions, predictions.',
    },
  ],
}
