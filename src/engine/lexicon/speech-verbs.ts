// Finite verbs that are followed by "that" and what somebody says; alone, or with a listener between.

/** He said in court that, she argued on Monday that. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    'said says say argued argues argue claimed claims claim contended contends contend maintained maintains maintain ' +
    'insisted insists insist conceded concedes concede acknowledged acknowledges complained complains warned warns warn ' +
    'predicted predicts testified testifies submitted asserted asserts alleged alleges allege stressed stresses ' +
    'declared declares announced announces replied replies responded countered counters wrote writes noted notes ' +
    'explained explains suggested suggests ruled rules held holds concluded concludes reported reports added adds ' +
    'reiterated repeated pointed-out stated states told tells tell reminded reminds assured assures informed informs ' +
    'advised advises notified notifies cautioned cautions promised promises persuaded convinced'
  ).split(' '),
)
