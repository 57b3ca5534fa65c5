// Files that were chosen or dropped and are not stored yet.

import { signal } from '@preact/signals'

export const waitingFiles = signal<readonly File[]>([])

export function waitFor(files: Iterable<File>): void {
  const known = new Set(waitingFiles.value.map(nameAndSize))
  const more = [...files].filter((file) => !known.has(nameAndSize(file)))
  waitingFiles.value = [...waitingFiles.value, ...more]
}

const nameAndSize = ({ name, size, lastModified }: File) => `${name} ${size} ${lastModified}`
