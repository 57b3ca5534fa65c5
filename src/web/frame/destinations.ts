// The views one can go to from anywhere, in the order of the navigation, and the role each needs.

import type { Role } from './session.ts'

export interface Destination {
  readonly path: string
  readonly name: string
  /** What a role may not do is not offered; without one, whoever may read. */
  readonly role?: Role
}

export const destinations: readonly Destination[] = [
  { path: '/', name: 'Who stands where' },
  { path: '/articles', name: 'Articles' },
  { path: '/speakers', name: 'Speakers' },
  { path: '/add', name: 'Add', role: 'annotator' },
  { path: '/tag', name: 'Tag', role: 'annotator' },
  { path: '/curate', name: 'Curate' },
  { path: '/questions', name: 'Questions' },
]
