// How fast the engine reads, on this thread: tokens a second, and a text of 1 MB.

import { read } from '../../engine/document.ts'
import { createEngine } from '../../engine/index.ts'
import { samples } from '../../samples/index.ts'
import { shippedWeights } from '../../weights.ts'

export interface EngineLine {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly aim: string
}

export function measureEngine(): EngineLine[] {
  const started = performance.now()
  const engine = createEngine(shippedWeights())
  const loading = performance.now() - started
  const texts = samples.map((sample) => sample.text)
  const all = texts.join('\n\n')
  const megabyte = all.repeat(Math.ceil(1_000_000 / all.length)).slice(0, 1_000_000)
  const rounds = 20
  const tokens = rounds * texts.reduce((sum, text) => sum + read(text).tokens.length, 0)
  // The fastest of five: the first ones time the compiler, and a slow one says more about the machine's other work.
  const short = Math.min(
    ...[1, 2, 3, 4, 5].map(() =>
      timed(() => {
        for (let i = 0; i < rounds; i++) for (const text of texts) engine.extract(text)
      }),
    ),
  )
  const long = timed(() => engine.extract(megabyte))
  const lines = [
    { name: 'engine: weights loaded', value: loading, unit: 'ms', aim: 'under 300' },
    { name: 'engine: tokens', value: Math.round((tokens / short) * 1000), unit: '/s', aim: '60000' },
    {
      name: 'engine: articles',
      value: Math.round((rounds * texts.length * 1000) / short),
      unit: '/s',
      aim: '60',
    },
    { name: 'engine: text of 1 MB', value: long / 1000, unit: 's', aim: 'under 5' },
  ]
  for (const { name, value, unit, aim } of lines)
    console.log(`${name.padEnd(34)}  ${value.toFixed(unit === 's' ? 2 : 0)} ${unit}  aim: ${aim}`)
  return lines
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}
