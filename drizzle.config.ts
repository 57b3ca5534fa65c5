// `npm run migrations` (drizzle-kit generate, once for each dialect) writes the next migration of both dialects from the one definition of the tables.

import { defineConfig } from 'drizzle-kit'

const dialect = process.env.DIALECT === 'postgresql' ? 'postgresql' : 'sqlite'
const name = dialect === 'postgresql' ? 'postgres' : 'sqlite'

export default defineConfig({
  dialect,
  schema: `./src/storage/tables.${name}.ts`,
  out: `./migrations/${name}`,
})
