// The database that a command works on itself, past any service.

import { existsSync } from 'node:fs'
import { BadSettings, readSettings } from '../../config.ts'
import { Stop } from './ending.ts'

/** What is given, else DATABASE_URL, else the file that a service uses by itself. Throws Stop for what is no such URL. */
export function urlOf(given: string | undefined): string {
  try {
    return readSettings({ DATABASE_URL: given ?? process.env.DATABASE_URL }).DATABASE_URL
  } catch (error) {
    throw error instanceof BadSettings ? new Stop('usage', error.message) : error
  }
}

export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url)

/** The path of an SQLite file, there or not. `instead` says what to do where there is none. */
export function pathOf(url: string, instead: { postgres: string; memory: string }): string {
  if (isPostgres(url)) throw new Stop('usage', instead.postgres)
  const path = url.replace(/^file:(\/\/)?/, '')
  if (path === ':memory:') throw new Stop('usage', instead.memory)
  return path
}

export function refuseMissing(path: string): void {
  if (!existsSync(path)) throw new Stop('usage', `There is no database at ${path}.`)
}
