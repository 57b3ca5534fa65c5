// A process that writes until it is killed, and prints each id once it has been answered.

import { openDatabase } from '../../src/storage/open.ts'
import { noting } from './noting.ts'

const db = await openDatabase(process.argv[2] ?? '')
const room = noting(db)
for (let i = 0; ; i += 8) {
  const ids = await Promise.all(Array.from({ length: 8 }, (_, j) => db.batch(room.noted(`n${i + j}`))))
  process.stdout.write(`${ids.join('\n')}\n`)
}
