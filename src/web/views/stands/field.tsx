// The picture: everybody between the sides by what they said, as large as it was much, filled as far as people placed it.

import type { Question } from '../../../../openapi/client/index.ts'
import { PictureLink } from '../../components/picture-link.tsx'
import { inOrder, saidIn } from '../../components/standing/said.ts'
import { textWidth } from '../../components/text-width.ts'
import { useWidth } from '../../components/use-width.ts'
import { SYMBOLS } from '../../frame/tones.ts'
import { fieldOf, type Mark } from './field-layout.ts'
import type { Group } from './groups.ts'
import './field.css'

interface FieldProps {
  readonly question: Question
  readonly groups: readonly Group[]
  readonly open: string | null
  readonly linkTo: (key: string) => string
}

export function Field({ question, groups, open, linkTo }: FieldProps) {
  const [frame, width] = useWidth<HTMLDivElement>()
  const columns = inOrder(question).length
  const isBetweenTwo = columns <= 3
  const { marks, height } = fieldOf(groups, Math.max(width, 1), textWidth, isBetweenTwo ? 0 : columns)
  const lines = isBetweenTwo ? [0, 0.25, 0.5, 0.75, 1] : []
  return (
    <div class="field" ref={frame}>
      {width > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset.
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          aria-label="Who stands where"
        >
          {lines.map((at) => (
            <line key={at} class="guide" x1={at * width} x2={at * width} y1={0} y2={height} />
          ))}
          {marks.map((mark) => (
            <PictureLink
              key={mark.group.key}
              class={`mark tone-${mark.group.tone}`}
              href={linkTo(mark.group.key)}
              name={`${mark.group.name}: ${saidIn(question, mark.group.standing)}`}
              isCurrent={mark.group.key === open}
            >
              <Circle mark={mark} />
            </PictureLink>
          ))}
        </svg>
      ) : null}
    </div>
  )
}

/** A symbol fits from this radius on. */
const ROOM_FOR_SYMBOL = 10
/** Half as wide as a symbol is. */
const SYMBOL = 5

const Circle = ({ mark: { group, x, y, r, label, isInCrowd, box } }: { readonly mark: Mark }) => (
  <>
    <rect
      class="ground"
      x={box.left}
      y={box.top}
      width={box.right - box.left}
      height={box.bottom - box.top}
    />
    <circle class="all" cx={x} cy={y} r={r} />
    {group.byPeople > 0 ? <circle class="placed" cx={x} cy={y} r={r * Math.sqrt(group.byPeople)} /> : null}
    {r >= ROOM_FOR_SYMBOL ? (
      <text class={`symbol ${r * Math.sqrt(group.byPeople) > SYMBOL ? 'on-solid' : ''}`} x={x} y={y}>
        {SYMBOLS[group.tone]}
      </text>
    ) : null}
    <text class={isInCrowd ? 'label when-pointed-at' : 'label'} x={label.x} y={y} text-anchor={label.anchor}>
      {label.text}
    </text>
  </>
)
