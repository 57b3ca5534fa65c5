// The measures of agreement: over all, with its interval, and for each position.

import { scaleLinear } from 'd3-scale'
import type { Agreement, Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../../components/position-mark.tsx'
import { alphaInWords, figure, percent } from './figures.ts'

interface MeasuresProps {
  readonly agreement: Agreement
  readonly question: Question
}

export function Measures({ agreement, question }: MeasuresProps) {
  const { claims, annotators, observed, krippendorffAlpha, fleissKappa, positions } = agreement
  const { value, ci95 } = krippendorffAlpha
  return (
    <section class="measures" aria-label="Agreement">
      <h2>Agreement</h2>
      <p>
        {claims} claims that at least two of {annotators} annotators tagged.
      </p>
      <dl class="figures">
        <div>
          <dt>Krippendorff’s alpha</dt>
          <dd>
            <strong>{figure(value)}</strong> {ci95 ? `(95%: ${figure(ci95[0])} to ${figure(ci95[1])})` : ''}
            <Interval value={value} ci95={ci95} />
            <span class="hint">{alphaInWords(value)}</span>
          </dd>
        </div>
        <div>
          <dt>Observed agreement</dt>
          <dd>
            <strong>{percent(observed)}</strong> <span class="hint">of pairs of tags on one claim</span>
          </dd>
        </div>
        <div>
          <dt>Fleiss’ kappa</dt>
          <dd>
            <strong>{figure(fleissKappa)}</strong> <span class="hint">beyond chance</span>
          </dd>
        </div>
      </dl>
      <table>
        <caption>By position</caption>
        <thead>
          <tr>
            <th scope="col">Position</th>
            <th scope="col" class="number">
              Share of tags
            </th>
            <th scope="col" class="number">
              Another says so too
            </th>
            <th scope="col" class="number">
              Kappa
            </th>
          </tr>
        </thead>
        <tbody>
          {positions.map(({ position, share, agreement: agreed, kappa }) => (
            <tr key={position}>
              <th scope="row">
                <PositionMark question={question} position={position} />
              </th>
              <td class="number">{percent(share)}</td>
              <td class="number">{percent(agreed)}</td>
              <td class="number">{figure(kappa)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const WIDTH = 240

/** Alpha on its scale, chance at 0, with the interval; the marks at .667 and .8 are Krippendorff's. */
function Interval({ value, ci95 }: Agreement['krippendorffAlpha']) {
  if (value === null) return null
  const x = scaleLinear([Math.min(-0.2, ci95?.[0] ?? 0), 1], [4, WIDTH - 4])
  return (
    <svg class="interval" viewBox={`0 0 ${WIDTH} 26`} width={WIDTH} height="26" aria-hidden="true">
      <line class="axis" x1={x.range()[0]} x2={x(1)} y1="10" y2="10" />
      {[0, 0.667, 0.8, 1].map((at) => (
        <g key={at}>
          <line class="axis" x1={x(at)} x2={x(at)} y1="6" y2="14" />
          <text x={x(at)} y="25" text-anchor={at === 1 ? 'end' : 'middle'}>
            {at === 0 || at === 1 ? at : String(at).slice(1)}
          </text>
        </g>
      ))}
      {ci95 ? <line class="range" x1={x(ci95[0])} x2={x(ci95[1])} y1="10" y2="10" /> : null}
      <circle cx={x(value)} cy="10" r="5" />
    </svg>
  )
}
