// Words that carry no topic; they still count as signs of style where a rule asks for them.

/** "own" is left out on purpose: on questions of property it is the topic. */
const FUNCTION = new Set(
  `a an the and or but nor of to in on at by for from with without as is are was were be been being am do does did done doing has have had having
  it its it's he him his he's she her hers she's they them their theirs we us our ours you your yours i me my mine this that that's these those there here
  who whom whose which what when where why how if then than so such not no only just also too very can could may might must shall should will would cannot
  about into over under after before between through during against out up down off again once all any both each few more most other some same
  s t d ll re ve m don't isn't one two ground grounds including`.split(/\s+/),
)

export const isFunctionWord = (form: string): boolean => form.length < 2 || FUNCTION.has(form)
