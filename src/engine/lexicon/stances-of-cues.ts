// Cue words that say how their content is meant; stems, matched at the start of a word.

/** She denied that, he brushed aside the notion that. */
export const DENYING: readonly string[] = (
  'den(?:y|ies|ied|ying|ial) reject refut rebut repudiat disput dismiss disavow disclaim contradict disagree ' +
  'discount(?:s|ed|ing)?$ debunk scoff scorn ridicul mock(?:s|ed|ing)?$ unpersuaded unconvinced unimpressed ' +
  'baseless groundless meritless unfounded shrift brush(?:es|ed|ing)?$ shrugg wav(?:es|ed|ing)$ oppos rule[sd]?-out ' +
  'disown decri(?:es|ed)?$ rubbish(?:es|ed|ing)?$ disbeliev'
).split(' ')

/** He asked whether, she doubts that. */
export const ASKING: readonly string[] = (
  'ask wonder doubt question quer(?:y|ies|ied|ying) inquir enquir skeptic sceptic unsure uncertain unclear ' +
  'puzzle curious ponder agnostic less.sure longer.sure dubious quizz interrogat muse[sd]?$ musing'
).split(' ')

/** With "not" these leave the matter open rather than deny it: "is not sure that", "do not know which way". */
export const KNOWING: readonly string[] =
  'sure certain know knew clear decide resolve convinced see settle'.split(' ')

/** Negations inside a cue, and what works like one. */
export const NEGATING: readonly string[] = (
  'not$ never$ nor$ neither$ cannot$ unable$ without$ hardly$ nobody$ none$ short.of$ ' +
  'refus(?:e|es|ed|ing)$ fail(?:s|ed|ing)?$ declin(?:e|es|ed|ing)$'
).split(' ')
