// What is said in a hearing but claims nothing: greetings, thanks, giving the floor, keeping the time.
// "Thank you, counsel." · "Good morning." · "Ms. Orme, you may proceed." · "The case is submitted."

const PHRASE =
  'thank you|thanks|good (?:morning|afternoon|evening)|welcome|hello|hi|please|proceed|go ahead|of course|very well|' +
  'all right|gladly|fair enough|certainly|my pleasure|i will|nothing further|no further questions|all rise|' +
  "you may (?:proceed|begin|continue|be seated)|whenever you[\u2019']?(?: a)?re ready|huh|ooh|mm-hmm|yeah|okay|ok|" +
  'objection|sustained|overruled|order|so much|very much|both|all|everybody|to you too|counsel(?:lor)?|' +
  "for (?:having me|coming|doing this|the toast|your time|joining us)|your honou?rs?|chair|sir|madam|ma[\u2019']am|" +
  "my lords?|minister|members?|rebuttal|the (?:case|matter) is submitted|we(?:[\u2019']ll| will) hear argument[^.?!]*|" +
  'you have \\p{L}+ (?:minutes?|seconds?)(?: left)?'
const NAMED =
  "(?:(?:mr|mrs|ms|dr|prof)\\.?|(?:chief )?justice|(?:chief )?judge|sir|dame)(?: \\p{L}[\\p{L}\u2019'-]*)?"

const COURTESY = new RegExp(`^(?:(?:${PHRASE}|${NAMED})(?!\\p{L})[\\s,.!?\u2014-]*)+$`, 'iu')

/** Longer turns say something; so the check stays short as well. */
const LONGEST = 120

/** The whole turn is a courtesy. */
export const isCourtesy = (turn: string): boolean => turn.length <= LONGEST && COURTESY.test(turn)
