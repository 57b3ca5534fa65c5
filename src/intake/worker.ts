// The thread that analyses long articles and reads files, with an engine of its own.

import { createEngine, type Engine } from '../engine/index.ts'
import { shippedWeights } from '../weights.ts'
import { type AskedQuestion, analyse } from './analyse.ts'
import { readFile } from './files/read.ts'
import { readableText } from './readable.ts'

export type Task =
  | {
      readonly kind: 'analyse'
      readonly title: string
      readonly text: string
      readonly questions: readonly AskedQuestion[]
    }
  | { readonly kind: 'extract'; readonly text: string }
  | { readonly kind: 'read'; readonly html: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }

let engine: Engine | undefined

export default function work(task: Task): unknown {
  if (task.kind === 'read') return readableText(task.html)
  if (task.kind === 'file') return readFile(task.name, task.bytes)
  engine ??= createEngine(shippedWeights())
  return task.kind === 'extract'
    ? engine.extract(task.text)
    : analyse(engine, task.title, task.text, task.questions)
}
