// Which side of a timeline's line is whose.

import type { Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../position-mark.tsx'
import { inOrder } from './said.ts'

export function AboveAndBelow({ question }: { readonly question: Question }) {
  const [above, between, below] = inOrder(question)
  // With more than two sides all stand above it.
  if (!above || between?.kind !== 'ambivalent' || !below) return null
  return (
    <>
      <PositionMark question={question} position={above.slug} /> above,{' '}
      <PositionMark question={question} position={below.slug} /> below the line.
    </>
  )
}
