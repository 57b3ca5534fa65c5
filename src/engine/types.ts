// The engine's vocabulary: every value points into one immutable text.

/** Half-open range of UTF-16 code units into the article's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** `direct`: all words of the content are quoted; `indirect`: none; `mixed`: some. */
export type ClaimType = 'direct' | 'indirect' | 'mixed'

/** What the speaker does with the content: put it forward, reject it, or ask and doubt it. */
export type Polarity = 'asserted' | 'denied' | 'questioned'

export type SpeakerKind =
  | 'person'
  | 'organization'
  | 'government'
  | 'court'
  | 'publication'
  | 'group'
  | 'unknown'

/** The sieve that found the speaker. `manual` is never given by the engine. */
export type AttributionMethod = 'named' | 'pronoun' | 'nominal' | 'continuation' | 'label' | 'manual' | 'none'

/**
 * One attribution before its speaker is known: who is cited (source), by which words (cue), with what (content).
 * Lists are in text order and never empty pieces; `content` has at least one span, `cue` and `source` may have none.
 */
export interface Attribution {
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
  readonly type: ClaimType
  readonly polarity: Polarity
  /** Probability, 0 to 1, that the attribution is one a trained annotator would mark. */
  readonly confidence: number
  /** How the parts were found: `continuation` is a quotation that runs on from the attribution before it, `label` a transcript turn. */
  readonly form: 'cue' | 'continuation' | 'label'
  /** Index, in the same list, of the attribution whose content encloses this one (hearsay), or null. */
  readonly parent: number | null
}

/** A claim as extracted: an attribution whose source has been resolved. */
export interface ExtractedClaim extends Attribution {
  /** Indices into `Extraction.speakers`; empty when the text names nobody answerable. */
  readonly speakers: readonly number[]
  readonly attribution: { readonly method: AttributionMethod; readonly confidence: number }
}

/** Somebody who speaks or is spoken for in this article; the registry decides who that is across articles. */
export interface ExtractedSpeaker {
  /** Canonical name, as full as the article gives it ("Joshua Rosenkranz", "Department of Justice"). */
  readonly name: string
  readonly kind: SpeakerKind
  /** Other names and nominals the article uses for them ("Rosenkranz", "DoJ"), without the canonical name. */
  readonly aliases: readonly string[]
  /** For whom they speak; `speaker` is an index into `Extraction.speakers`. */
  readonly affiliations: readonly { readonly speaker: number; readonly role: string | null }[]
}

export interface Extraction {
  /** In text order (by first content span). */
  readonly claims: readonly ExtractedClaim[]
  readonly speakers: readonly ExtractedSpeaker[]
}

/** `side`: one of the answers in dispute; `ambivalent`: speaks to the question, takes no side; `off-question`: does not speak to it. */
export type PositionKind = 'side' | 'ambivalent' | 'off-question'

export interface QuestionDefinition {
  readonly slug: string
  readonly text: string
  readonly guidelines: string
  readonly positions: readonly {
    readonly slug: string
    readonly label: string
    readonly definition: string
    readonly kind: PositionKind
  }[]
}

/** What the stance stage sees of an article: all its claims together, since neighbours and speakers are context. */
export interface StanceArticle {
  readonly title: string
  readonly text: string
  readonly claims: readonly StanceClaim[]
}

export interface StanceClaim {
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
  readonly type: ClaimType
  readonly polarity: Polarity
  /** Stable keys of who speaks (registry ids, or names): equal keys are the same speaker. */
  readonly speakers: readonly string[]
  /** Keys of whom those speakers are affiliated with. */
  readonly affiliations: readonly string[]
}

/** The machine's answer for one claim on one question. */
export interface Suggestion {
  /** Slug of one of the question's positions. */
  readonly position: string
  /** Calibrated probability of that position, 0 to 1. */
  readonly confidence: number
  /** One short sentence that names the deciding words and what they speak for. */
  readonly rationale: string
  /** What the claim's words alone would give, when context changed the answer. */
  readonly wordsAlone: { readonly position: string; readonly confidence: number }
}
