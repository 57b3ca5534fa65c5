// averment keys: the keys of an annotator, listed, made and revoked through the service.

import type { Command } from 'commander'
import { type Annotator, type Averment, each, type Key } from '#client'
import { Stop } from './ending.ts'
import { counted, print, printable, printJson, remark, tableOf } from './printing.ts'
import { asksService, type ServiceOptions, withService } from './service.ts'

interface Options extends ServiceOptions {
  readonly name?: string
  readonly expiresAt?: string
}

export const keys = (program: Command): void => {
  const group = program
    .command('keys')
    .summary('list, create and revoke keys')
    .description(
      'The keys of an annotator, who is named by id or name; me is whoever asks. Needs the role admin.',
    )
    .addHelpText(
      'after',
      `
Examples:
  averment keys list
  averment keys create Ada --name laptop --expires-at 2030-01-01T00:00:00Z
  averment keys revoke Ada key_01jv4w8m2yf6ta8k3vbd5q9x7c`,
    )
  asksService(group.command('list'))
    .description('Their keys, without the secrets, which nobody can read again.')
    .argument('[annotator]', 'an id or a name', 'me')
    .addHelpText('after', '\nExample:\n  averment keys list Ada')
    .action((who: string, options: Options) => withService(options, (service) => list(service, who, options)))
  asksService(group.command('create'))
    .description('Another key, shown this once.')
    .argument('<annotator>', 'an id, a name, or me')
    .option('--name <name>', 'what it is for')
    .option('--expires-at <time>', 'until when it works')
    .addHelpText('after', '\nExample:\n  averment keys create Ada --name laptop')
    .action((who: string, options: Options) =>
      withService(options, (service) => create(service, who, options)),
    )
  asksService(group.command('revoke'))
    .description('A key stops working at once.')
    .argument('<annotator>', 'an id, a name, or me')
    .argument('<key-id>', 'as keys list shows it')
    .addHelpText('after', '\nExample:\n  averment keys revoke Ada key_01jv4w8m2yf6ta8k3vbd5q9x7c')
    .action((who: string, keyId: string, options: Options) =>
      withService(options, (service) => revoke(service, who, keyId, options)),
    )
}

async function list(service: Averment, who: string, { json }: Options): Promise<void> {
  const id = await idOf(service, who)
  const rows: Key[] = []
  for await (const key of each((next) => service.listKeys({ path: { id }, query: { limit: 200, ...next } })))
    rows.push(key)
  if (json) return printJson({ data: rows })
  const columns = ['Id', 'Name', 'Made', 'Last used', 'State'].map((head) => ({ head }))
  const day = (time: string | null) => time?.slice(0, 16).replace('T', ' ') ?? '-'
  const cells = rows.map((key) => [
    key.id,
    printable(key.name ?? '-'),
    day(key.createdAt),
    day(key.lastUsedAt),
    stateOf(key),
  ])
  if (rows.length > 0) await print(tableOf(columns, cells))
  remark(counted(rows.length, 'key'))
}

function stateOf({ revokedAt, expiresAt }: Key): string {
  if (revokedAt !== null) return 'revoked'
  if (expiresAt === null) return 'works'
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : `works until ${expiresAt.slice(0, 10)}`
}

async function create(service: Averment, who: string, { name, expiresAt, json }: Options): Promise<void> {
  const body = { ...(name === undefined ? {} : { name }), ...(expiresAt === undefined ? {} : { expiresAt }) }
  const made = await service.createKey({ path: { id: await idOf(service, who) }, body })
  if (json) return printJson(made)
  await print(made.key)
  remark(`Shown this once; its id is ${made.id}.`)
}

async function revoke(service: Averment, who: string, keyId: string, { json }: Options): Promise<void> {
  await service.revokeKey({ path: { id: await idOf(service, who), keyId } })
  if (json) return printJson({ id: keyId, revoked: true })
  await print(`${keyId} no longer works.`)
}

/** Throws Stop when the name is nobody's, or several people's. */
async function idOf(service: Averment, who: string): Promise<string> {
  if (/^ann_[a-z0-9]{26}$/.test(who)) return who
  if (who === 'me') return (await service.readMe()).id
  const found: Annotator[] = []
  for await (const one of each((next) => service.listAnnotators({ query: { limit: 200, ...next } })))
    if (one.name === who) found.push(one)
  if (found[0] !== undefined && found.length === 1) return found[0].id
  const ids = found.map(({ id }) => id).join(', ')
  throw new Stop(
    'service',
    found.length === 0
      ? `Nobody is called ${JSON.stringify(who)}.`
      : `Several are called ${JSON.stringify(who)}: ${ids}.`,
  )
}
