// What the service found wrong with one field, beside that field.

import { Refused } from '../../../openapi/client/index.ts'

interface FaultsAtProps {
  readonly refusal: Refused | undefined
  readonly pointer: string
}

const isAt = (pointer: string, place: string) => pointer === place || pointer.startsWith(`${place}/`)

export function FaultsAt({ refusal, pointer }: FaultsAtProps) {
  const faults = refusal?.problem.errors.filter((error) => isAt(error.pointer, pointer)) ?? []
  if (faults.length === 0) return null
  return (
    <div class="problem" role="alert">
      {faults.map(({ code, detail, pointer: at }) => (
        <p key={`${at} ${code}`}>{detail}</p>
      ))}
    </div>
  )
}

/** The refusal without what has a field to stand beside; undefined when nothing is left of it. */
export function faultsElsewhere(refusal: Refused, places: readonly string[]): Refused | undefined {
  const { errors } = refusal.problem
  const rest = errors.filter(({ pointer }) => !places.some((place) => isAt(pointer, place)))
  if (errors.length > 0 && rest.length === 0) return undefined
  return new Refused({ ...refusal.problem, errors: rest })
}
