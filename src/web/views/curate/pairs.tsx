// How each two annotators agree, and how much each has tagged.

import type { Agreement } from '../../../../openapi/client/index.ts'
import { figure } from './figures.ts'

export function Pairs({ agreement }: { agreement: Agreement }) {
  const { cohenKappa, tagsBy } = agreement
  const nameOf = new Map(tagsBy.map(({ id, name }) => [id, name]))
  if (tagsBy.length === 0) return null
  return (
    <section class="pairs">
      <h2>Annotators</h2>
      <p>
        {tagsBy.map(({ id, name, tags }, index) => (
          <span key={id}>
            {index > 0 ? ', ' : ''}
            {name}: {tags} {tags === 1 ? 'tag' : 'tags'}
          </span>
        ))}
      </p>
      {cohenKappa.length > 0 ? (
        <table>
          <caption>Two by two</caption>
          <thead>
            <tr>
              <th scope="col">One</th>
              <th scope="col">The other</th>
              <th scope="col" class="number">
                Claims both tagged
              </th>
              <th scope="col" class="number">
                Cohen’s kappa
              </th>
            </tr>
          </thead>
          <tbody>
            {cohenKappa.map(({ a, b, n, kappa }) => (
              <tr key={`${a} ${b}`}>
                <td>{nameOf.get(a) ?? a}</td>
                <td>{nameOf.get(b) ?? b}</td>
                <td class="number">{n}</td>
                <td class="number">{figure(kappa)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  )
}
