// Word classes and grammatical relations, as few as the claim taggers can use.

/** Penn Treebank tags, several to a class where the difference says nothing about who says what. */
const CLASSES: readonly string[] = [
  'OTHER FW SYM LS UH',
  'NN',
  'NNS',
  'NNP NNPS',
  'PRP',
  'PRP$',
  'VBD',
  'VBZ',
  'VBP',
  'VB',
  'VBG',
  'VBN',
  'MD',
  'IN',
  'TO',
  'DT PDT',
  'JJ JJR JJS',
  'RB RBR RBS',
  'CC',
  'CD $ #',
  'WDT WP WP$',
  'WRB',
  'POS',
  'RP',
  'EX',
  ',',
  '.',
  ':',
  "`` ''",
  '-LRB- -RRB-',
]

/** Stanford dependencies, in classes: subjects apart from objects, clauses by how they hang on their verb. */
const RELATIONS_OF: readonly string[] = [
  'dep discourse vocative list goeswith reparandum',
  'root',
  'nsubj csubj expl',
  'nsubjpass csubjpass',
  'dobj iobj',
  'ccomp',
  'xcomp',
  'parataxis',
  'advcl',
  'acl',
  'acl:relcl',
  'nmod nmod:npmod',
  'nmod:tmod',
  'appos',
  'conj',
  'mark',
  'aux auxpass cop',
  'neg',
  'case compound det amod nummod nmod:poss det:predet mwe compound:prt',
  'advmod',
  'cc cc:preconj',
  'punct',
]

export const TAGS = CLASSES.length
export const RELATIONS = RELATIONS_OF.length
export const ROOT_TAG = TAGS

function indexOf(classes: readonly string[]): ReadonlyMap<string, number> {
  return new Map(classes.flatMap((names, index) => names.split(' ').map((name) => [name, index])))
}

const tags = indexOf(CLASSES)
const relations = indexOf(RELATIONS_OF)

/** 0 for what is not known. */
export const tagOf = (name: string): number => tags.get(name) ?? 0
export const relationOf = (name: string): number =>
  relations.get(name) ?? relations.get(name.split(':')[0] ?? '') ?? 0

const verbs = new Uint8Array(TAGS)
for (const name of ['VBD', 'VBZ', 'VBP', 'VB', 'VBG', 'VBN', 'MD']) verbs[tagOf(name)] = 1
export const isVerb = (tag: number): boolean => verbs[tag] === 1
