// Who is using the page: the key, kept for the tab unless asked otherwise, and what its owner may do.

import { computed, signal } from '@preact/signals'
import { type Annotator, Averment, Refused } from '../../../openapi/client/index.ts'

/** Each may do what those before it may. */
export const ROLES = ['reader', 'annotator', 'curator', 'admin'] as const
export type Role = (typeof ROLES)[number]

const NAME = 'averment.key'
const stores = () => [sessionStorage, localStorage]
const remembered = (): string | undefined =>
  stores()
    .map((store) => store.getItem(NAME))
    .find((key) => key !== null) ?? undefined

const key = signal<string | undefined>(remembered())
/** Null while nobody is signed in, and until the service has said who a kept key belongs to. */
export const me = signal<Annotator | null>(null)
/** Why a kept key no longer holds; shown once where one signs in. */
export const signedOutBecause = signal<string | null>(null)

const serviceWith = (one: string | undefined) =>
  new Averment({ address: location.origin, ...(one === undefined ? {} : { key: one }) })

/** The service, asked with the key of whoever is signed in. */
export const service = computed(() => serviceWith(key.value))
export const isSignedIn = computed(() => key.value !== undefined)

export const may = (role: Role): boolean =>
  me.value !== null && ROLES.indexOf(me.value.role) >= ROLES.indexOf(role)

/** Refused with what the service says when the key is none of its own. */
export async function signIn(given: string, { remember = false } = {}): Promise<Annotator> {
  const owner = await serviceWith(given).readMe()
  signOut()
  const store = remember ? localStorage : sessionStorage
  store.setItem(NAME, given)
  key.value = given
  me.value = owner
  return owner
}

export function signOut(): void {
  for (const store of stores()) store.removeItem(NAME)
  key.value = undefined
  me.value = null
}

/** Asks who a kept key belongs to; one that the service no longer takes is let go. */
export async function recognise(): Promise<void> {
  if (key.value === undefined) return
  try {
    me.value = await service.value.readMe()
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) return
    signOut()
    signedOutBecause.value = 'The key that was kept here no longer holds.'
  }
}
