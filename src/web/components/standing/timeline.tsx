// Who stood where over time: a column for each month, the first side above the line and the second below.

import type { Question } from '../../../../openapi/client/index.ts'
import { toneOf } from '../../frame/tones.ts'
import { PictureLink } from '../picture-link.tsx'
import { useWidth } from '../use-width.ts'
import { nameOfMonth } from './months.ts'
import { saidIn } from './said.ts'
import { type Column, type Month, timelineOf } from './timeline-layout.ts'
import './standing.css'

interface TimelineProps {
  readonly question: Question
  /** In order. */
  readonly months: readonly Month[]
  readonly linkTo: (month: string) => string
  readonly open?: string | null
  /** In pixels, without the years below. */
  readonly height?: number
}

const YEARS = 24

export function Timeline({ question, months, linkTo, open = null, height = 260 }: TimelineProps) {
  const [frame, width] = useWidth<HTMLElement>()
  const layout = timelineOf(question, months, Math.max(1, width), height)
  const drawn = Math.max(width, layout.width)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what may scroll can be reached and scrolled with the keyboard.
    <section class="timeline" ref={frame} aria-label="Claims by month" tabIndex={0}>
      {width > 0 && months.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset.
        <svg
          width={drawn}
          height={height + YEARS}
          viewBox={`0 0 ${drawn} ${height + YEARS}`}
          role="group"
          aria-label="Months"
        >
          {layout.years.map(({ year, x }) => (
            <g key={year} class="year">
              <line x1={x} x2={x} y1={0} y2={height + YEARS} />
              <text x={x + 4} y={height + YEARS - 6}>
                {year}
              </text>
            </g>
          ))}
          {layout.columns.map((column) => (
            <PictureLink
              key={column.month.month}
              class="month"
              href={linkTo(column.month.month)}
              name={`${nameOfMonth(column.month.month)}: ${saidIn(question, column.month)}`}
              isCurrent={column.month.month === open}
            >
              <rect class="ground" x={column.x} y={0} width={layout.step} height={height} />
              <Segments question={question} column={column} step={layout.step} />
              <Name column={column} width={drawn} step={layout.step} />
            </PictureLink>
          ))}
          <line class="axis" x1={0} x2={layout.width} y1={layout.line} y2={layout.line} />
        </svg>
      ) : null}
    </section>
  )
}

interface SegmentsProps {
  readonly question: Question
  readonly column: Column
  readonly step: number
}

const Segments = ({ question, column, step }: SegmentsProps) => (
  <>
    {column.segments.map(({ slug, y, height, placed }) => (
      <g key={slug} class={`tone-${toneOf(question, slug)}`}>
        <rect class="all" x={column.x + 1} y={y} width={step - 2} height={height} />
        <rect class="placed" x={column.x + 1} y={y} width={step - 2} height={placed} />
      </g>
    ))}
  </>
)

/** Beside the column, on the side where there is room. */
function Name({ column, width, step }: { column: Column; width: number; step: number }) {
  const isLeft = column.x < width / 2
  return (
    <text
      class="when-pointed-at"
      x={isLeft ? column.x + step + 4 : column.x - 4}
      y={14}
      text-anchor={isLeft ? 'start' : 'end'}
    >
      {nameOfMonth(column.month.month)}
    </text>
  )
}
