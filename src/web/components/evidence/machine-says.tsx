// How sure the machine is of each position, with the words alone and after a look around.

import type { Explanation, Question } from '../../../../openapi/client/index.ts'
import { PositionMark } from '../position-mark.tsx'

const percent = (probability: number) => `${Math.round(100 * probability)} %`

export const MachineSays = ({ question, explanation }: { question: Question; explanation: Explanation }) => (
  <table class="machine-says">
    <caption>What the machine makes of it</caption>
    <thead>
      <tr>
        <th scope="col">Position</th>
        <th scope="col" class="number">
          Words alone
        </th>
        <th scope="col" class="number">
          In its place
        </th>
      </tr>
    </thead>
    <tbody>
      {explanation.probabilities.map(({ position, probability, wordsAlone }) => (
        <tr key={position}>
          <th scope="row">
            <PositionMark question={question} position={position} />
          </th>
          <td class="number">{percent(wordsAlone)}</td>
          <td class="number">{percent(probability)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
