// The groups of operations in the document, in reading order. A route that names another needs a line here, as a test says.

import type { Document } from './shape.ts'

const groups: Readonly<Record<string, string>> = {
  Articles: 'The press articles, and taking new ones in.',
  Claims: 'What articles attribute to somebody, found by the engine or added by people.',
  Speakers: 'Those who speak, in one registry for all articles.',
  Questions: 'Contested questions and the positions that claims can take on them.',
  Tags: 'What annotators take claims to say.',
  Rulings: 'What curators have settled.',
  Positions: 'Who stands where, on what evidence.',
  Agreement: 'How far those who tag agree.',
  Annotators: 'The people and programs that take part, and their keys.',
  Changes: 'The ledger: every write, who, when, what.',
  Exports: 'Articles and claims as files.',
  Imports: 'What was annotated elsewhere.',
  Operation: 'For those who run the service.',
}

export function withGroups(document: Document): Document {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
  const used = new Set(operations.flatMap(({ tags }) => tags ?? []))
  const order = [...Object.keys(groups), ...used]
  const names = [...used].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return { ...document, tags: names.map((name) => ({ name, description: groups[name] ?? '' })) }
}
