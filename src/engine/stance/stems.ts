// Folds a word into its family, so that "owner", "owned" and "ownership" meet: suffixes go one after another while a stem of four letters (three for inflections) remains.

/** Inflections first; each is cut at most once, and only when enough of the word is left. */
const INFLECTIONS = ['ies', 'ied', 'ing', 'ed', 'es', 's', 'ly']
const DERIVATIONS = [
  'ization', 'isation', 'ability', 'ibility', 'ations', 'ation', 'ships', 'ship', 'ments', 'ment', 'ness', 'able', 'ible',
  'ings', 'ers', 'ors', 'er', 'or', 'ive', 'ity', 'al', 'ance', 'ence', 'ancy', 'ency', 'ful', 'less', 'ion', 'ize', 'ise',
  'ist', 'ism', 'ous', 'ary', 'ory', 'y', 'e',
] // biome-ignore format: one list, read across

const cutSuffix = (word: string, suffixes: readonly string[], least: number): string => {
  for (const suffix of suffixes) {
    if (word.length - suffix.length >= least && word.endsWith(suffix)) return word.slice(0, -suffix.length)
  }
  return word
}

/** "stopped" and "stop" differ by a doubled consonant only; "ll" and "ss" belong to the word. */
const undouble = (stem: string): string =>
  stem.length > 3 && /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem

/** The family of a lower-case word: `personally` → `person`, `ownership` → `own`. Words of other alphabets stay as they are. */
export function stemOf(word: string): string {
  const bare = word.replace(/['’]s?$/, '')
  if (bare.length < 4 || bare.endsWith('ss')) return bare
  const inflected = undouble(cutSuffix(bare, INFLECTIONS, 3))
  const once = cutSuffix(inflected, DERIVATIONS, 4)
  const twice = once === inflected ? once : cutSuffix(once, DERIVATIONS, 4)
  return twice.length > 3 ? twice.replace(/i$/, '') : twice
}
