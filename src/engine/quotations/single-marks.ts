// Regions between single marks where they cannot be apostrophes: ‘It is over,’ she said, but not the voters’ or ’tis.
import { classAt, DIGIT, LETTER, MARK } from '../characters.ts'
import type { Region } from './region.ts'

const isSingle = (mark: string | undefined): boolean => mark === "'" || mark === '\u2019'
const OPENABLE = /[\u2026$.]/
const ELISION = /^['\u2018\u2019](?:\d\ds|tis|twas|em|til|cause|n)(?![\p{L}\p{N}_])/iu

/** Letter, digit or mark around `offset`; a low surrogate counts by its pair. */
const wordy = (text: string, offset: number): boolean => {
  const unit = text.charCodeAt(offset)
  const from = unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
  const kind = classAt(text, from)
  return kind === LETTER || kind === DIGIT || kind === MARK
}

function opensAt(text: string, at: number, start: number): boolean {
  const mark = text[at]
  if (mark !== "'" && mark !== '\u2018') return false
  const before = at > start ? text[at - 1] : ' '
  if (isSingle(before) || before === '\u2018' || (at > start && wordy(text, at - 1))) return false
  if (!wordy(text, at + 1) && !OPENABLE.test(text[at + 1] ?? '')) return false
  return !ELISION.test(text.slice(at, at + 8))
}

function closesAt(text: string, at: number, end: number): boolean {
  if (!isSingle(text[at]) || /\s/.test(text[at - 1] ?? ' ')) return false
  if (at + 1 >= end) return true
  return !isSingle(text[at + 1]) && !wordy(text, at + 1)
}

/** A plural possessive ("the voters’ choice") looks like a closing mark; a mark after a stop is surely one. */
function likelyPossessive(text: string, at: number): boolean {
  return /s/i.test(text[at - 1] ?? '') && text[at + 1] === ' ' && /\p{Ll}/u.test(text[at + 2] ?? '')
}

/** The first sure closing mark, or the first doubtful one when no sure one follows. One pass over the line. */
export function singleRegions(text: string, start: number, end: number): Region[] {
  const regions: Region[] = []
  let open = -1
  let doubtful = -1
  const close = (at: number) => {
    regions.push({ start: open, end: at + 1, kind: 'single', closed: true })
    open = -1
    doubtful = -1
  }
  for (let at = start; at < end; at++) {
    if (open < 0 || doubtful >= 0) {
      if (opensAt(text, at, start)) {
        if (doubtful >= 0) close(doubtful)
        open = at
        at++
        continue
      }
      if (open < 0) continue
    }
    if (!closesAt(text, at, end)) continue
    if (likelyPossessive(text, at)) doubtful = doubtful < 0 ? at : doubtful
    else close(at)
  }
  if (open >= 0 && doubtful >= 0) close(doubtful)
  return regions
}
