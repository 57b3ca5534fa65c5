// averment keys: the keys of an annotator, listed, made and revoked through the service.

import type { Command } from 'commander'
import type { Annotator, Key } from '../../annotators/schema.ts'
import { Stop } from './ending.ts'
import { counted, print, printable, printJson, remark, tableOf } from './printing.ts'
import { ask, asksService, type Connection, connectionOf, rowsOf } from './service.ts'

interface Options {
  readonly url?: string
  readonly key?: string
  readonly json?: boolean
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
    .action(list)
  asksService(group.command('create'))
    .description('Another key, shown this once.')
    .argument('<annotator>', 'an id, a name, or me')
    .option('--name <name>', 'what it is for')
    .option('--expires-at <time>', 'until when it works')
    .addHelpText('after', '\nExample:\n  averment keys create Ada --name laptop')
    .action(create)
  asksService(group.command('revoke'))
    .description('A key stops working at once.')
    .argument('<annotator>', 'an id, a name, or me')
    .argument('<key-id>', 'as keys list shows it')
    .addHelpText('after', '\nExample:\n  averment keys revoke Ada key_01jv4w8m2yf6ta8k3vbd5q9x7c')
    .action(revoke)
}

async function list(who: string, options: Options): Promise<void> {
  const connection = connectionOf(options)
  const rows: Key[] = []
  for await (const key of rowsOf<Key>(connection, await keysOf(connection, who))) rows.push(key)
  if (options.json) return printJson({ data: rows })
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

async function create(who: string, { name, expiresAt, ...options }: Options): Promise<void> {
  const connection = connectionOf(options)
  const made = await ask<{ id: string; key: string }>(connection, await keysOf(connection, who), {
    method: 'POST',
    body: JSON.stringify({ name, expiresAt }),
  })
  if (options.json) return printJson(made)
  await print(made.key)
  remark(`Shown this once; its id is ${made.id}.`)
}

async function revoke(who: string, keyId: string, options: Options): Promise<void> {
  const connection = connectionOf(options)
  const path = `${await keysOf(connection, who)}/${encodeURIComponent(keyId)}`
  await ask(connection, path, { method: 'DELETE' })
  if (options.json) return printJson({ id: keyId, revoked: true })
  await print(`${keyId} no longer works.`)
}

/** The address of somebody's keys. Throws Stop when the name is nobody's, or several people's. */
async function keysOf(connection: Connection, who: string): Promise<string> {
  const at = (id: string) => `/v1/annotators/${encodeURIComponent(id)}/keys`
  if (/^ann_[a-z0-9]{26}$/.test(who)) return at(who)
  if (who === 'me') return at((await ask<Annotator>(connection, '/v1/annotators/me')).id)
  const found: Annotator[] = []
  for await (const one of rowsOf<Annotator>(connection, '/v1/annotators'))
    if (one.name === who) found.push(one)
  if (found[0] !== undefined && found.length === 1) return at(found[0].id)
  const ids = found.map(({ id }) => id).join(', ')
  throw new Stop(
    'service',
    found.length === 0
      ? `Nobody is called ${JSON.stringify(who)}.`
      : `Several are called ${JSON.stringify(who)}: ${ids}.`,
  )
}
