// Why the claim is in the queue, and what others say of it where the question is not blind.

import type { ClaimToTag, Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'

const REASONS: Partial<Record<ClaimToTag['reason'], string>> = {
  'another-look': 'The question has changed since this claim was tagged.',
  disagreement: 'People disagree on this claim.',
}

export const WhatOthersSay = ({ claim, question }: { claim: ClaimToTag; question: Question }) => (
  <>
    {REASONS[claim.reason] ? <p class="hint">{REASONS[claim.reason]}</p> : null}
    {claim.tags && claim.tags.length > 0 ? (
      <ul class="others">
        {claim.tags.map((tag) => (
          <li key={tag.id}>
            {tag.annotator.name}: <PositionMark question={question} position={tag.position} /> {tag.rationale}
          </li>
        ))}
      </ul>
    ) : null}
  </>
)
