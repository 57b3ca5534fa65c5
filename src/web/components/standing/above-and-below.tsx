// Which side of a timeline's line is whose.

import type { Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../position-mark.tsx'
import { inOrder } from './said.ts'

export function AboveAndBelow({ question }: { readonly question: Question }) {
  const [above, , below] = inOrder(question)
  if (!above || below?.kind !== 'side') return null
  return (
    <>
      <PositionMark question={question} position={above.slug} /> above,{' '}
      <PositionMark question={question} position={below.slug} /> below the line.
    </>
  )
}
