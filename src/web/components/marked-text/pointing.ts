// From places in the document to offsets in the text and back: each piece of text carries the offset it begins at.

import type { Range } from './segments.ts'

const PIECE = '[data-start]'
const startOf = (piece: Element): number => Number(piece.getAttribute('data-start'))
const lengthOf = (piece: Element): number => piece.textContent.length

/** The offset of a place within `root`; one that is in no piece of text counts as the beginning of the next piece. */
export function offsetAt(root: Element, node: Node, at: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest(PIECE)
  if (piece && root.contains(piece) && node.nodeType === Node.TEXT_NODE) return startOf(piece) + at
  const place = document.createRange()
  place.setStart(node, at)
  let last: Element | null = null
  for (const one of root.querySelectorAll(PIECE)) {
    if (place.comparePoint(one, 0) >= 0) return startOf(one)
    last = one
  }
  return last && startOf(last) + lengthOf(last)
}

/** What is selected of the text within `root`; null when nothing is, or when it reaches out of it. */
export function selectedRange(root: Element): Range | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !range.intersectsNode(root)) return null
  const start = offsetAt(root, range.startContainer, range.startOffset)
  const end = root.contains(range.endContainer)
    ? offsetAt(root, range.endContainer, range.endOffset)
    : offsetAt(root, root, root.childNodes.length)
  return start === null || end === null || end <= start ? null : { start, end }
}

/** The offset under a point of the window; null when it is not over the text of `root`. */
export function offsetUnder(root: Element, x: number, y: number): number | null {
  const place = caretAt(x, y)
  return place && root.contains(place.node) ? offsetAt(root, place.node, place.offset) : null
}

/** Chromium and Firefox know the one, Safari the other. */
function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const place = document.caretPositionFromPoint(x, y)
    return place && { node: place.offsetNode, offset: place.offset }
  }
  const range = (document as Document).caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}
