// Names as the registry compares them.

/** Letters that Unicode does not take apart into a plain one and its accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
}

/** Accents, case, punctuation and a leading "the" aside: "The Conseil d’État" and "conseil d'etat" are one name. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðıßæœþ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/(?<=\p{L})\.(?=\p{L}|\s|$)/gu, '')
    .replace(/['’]s?(?=\s|$)/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the\s+(?=.)/, '')
}

/** "a DoJ agent", "one of the Smiths": somebody of a kind, and another one in the next article. */
const OF_A_KIND = /^(?:an?|one|some|another|two|three|several)\s/i

/** Whether it names somebody ("Kestrel Mail", "DoJ") rather than describing them ("the supplier", "a DoJ agent"). */
export function isProper(name: string): boolean {
  return !OF_A_KIND.test(name) && /^\P{L}*\p{Lu}/u.test(name.replace(/^the\s+/i, ''))
}

/** "Smith" alone: too little to know a person by. */
export const isSurnameOnly = (name: string): boolean => !fold(name).includes(' ')
