// averment evaluate and averment train: how good the engine is, and learning its weights anew.

import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { Stop } from './ending.ts'
import { run } from './program.ts'

interface EvaluateOptions {
  readonly misses?: string
  readonly weights?: string
  readonly json?: boolean
}

export const evaluate = (program: Command): void => {
  program
    .command('evaluate')
    .summary('how the engine does on annotated articles')
    .description('Compares what the engine finds with what people annotated.')
    .argument('<sets...>', 'a .jsonl, a .jsonl.gz, or a folder of 01.json …')
    .option('--misses <n>', 'also show so many of the misses')
    .option('--weights <file>', 'other weights for claims than the shipped ones')
    .option('--json', 'print the scores as JSON')
    .addHelpText(
      'after',
      `
Examples:
  averment evaluate annotated/
  averment evaluate test.jsonl.gz --misses 20
  averment evaluate test.jsonl.gz --json`,
    )
    .action(async (sets: string[], { misses, weights, json }: EvaluateOptions) => {
      if (misses !== undefined && !/^\d{1,6}$/.test(misses))
        throw new Stop('usage', `--misses is a whole number, not ${JSON.stringify(misses)}.`)
      for (const file of [...sets, ...(weights === undefined ? [] : [weights])])
        if (!existsSync(file)) throw new Stop('usage', `There is no ${file}.`)
      const options = [
        ...(misses === undefined ? [] : ['--misses', misses]),
        ...(weights === undefined ? [] : ['--weights', weights]),
        ...(json ? ['--json'] : []),
      ]
      await run('commands/evaluate', [...options, '--', ...sets])
    })
}

const TRAINERS: Readonly<Record<string, string>> = {
  claims: 'commands/train',
  speakers: 'commands/train-speakers',
  stance: 'commands/train-stance',
}

export const train = (program: Command): void => {
  program
    .command('train')
    .summary('learn one of the three sets of weights')
    .description('Learns the weights of claims, speakers or stance; what follows is handed to that trainer.')
    .argument('<what>', Object.keys(TRAINERS).join(', '))
    .argument('[options...]', 'of that trainer')
    .passThroughOptions()
    .allowUnknownOption()
    .addHelpText(
      'after',
      `
What follows the name:
  claims    --corpus <set>… [--weigh <n>…] [--parses <jsonl>…] [--score <set>…] [--out claims.bin]
            --measure --score <set>… writes only the figures of the present weights anew
  speakers  --corpus <folder>… [--folds 4] [--out weights.ts]
  stance    --placed <folder>… [--texts <jsonl>…] [--dev <folder>] [--check] --out stance.bin
  each      --json prints what came of it as JSON; how far it is goes to standard error either way

Examples:
  averment train claims --corpus train.jsonl.gz --score dev.jsonl.gz --out claims.bin
  averment train speakers --corpus annotated/ --folds 4`,
    )
    .action(async (what: string, options: string[], _: object, command: Command) => {
      if (options.includes('--help') || options.includes('-h')) command.help()
      const trainer = TRAINERS[what]
      if (trainer === undefined)
        throw new Stop(
          'usage',
          `There is claims, speakers and stance to train, and not ${JSON.stringify(what)}.`,
        )
      await run(trainer, options)
    })
}
