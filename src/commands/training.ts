// `npm run train -- [claims|speakers|stance] …`: learns one of the engine's three sets of weights; the claims' when none
// is named. Each says with `--help`, or at the head of its file, what it takes.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const trainers: Readonly<Record<string, string>> = {
  claims: './train.ts',
  speakers: './train-speakers.ts',
  stance: './train-stance.ts',
}

const [first = '', ...rest] = process.argv.slice(2)
const named = trainers[first]
const file = fileURLToPath(new URL(named ?? './train.ts', import.meta.url))
// A process of its own, so that each trainer is the same program whether it is called from here or by itself.
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', file, ...(named ? rest : process.argv.slice(2))],
  {
    stdio: 'inherit',
  },
)
process.exitCode = status ?? 1
