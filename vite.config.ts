// Builds the web application into dist/web: hashed files, each beside its compressed self, and one document.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const out = join(import.meta.dirname, 'dist/web')

/** So that serving is reading a file; the service compresses nothing while it answers. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    closeBundle() {
      for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue
        const bytes = readFileSync(join(out, name))
        writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes))
        writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  root: join(import.meta.dirname, 'src/web'),
  base: '/',
  logLevel: 'warn',
  // Inlined files would be data: URLs, which the content security policy keeps out of scripts and styles.
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [compressed()],
  // `npm run dev:web` beside `npm start`: everything but the page itself comes from the service.
  server: { proxy: { '/v1': 'http://127.0.0.1:3000', '/openapi.json': 'http://127.0.0.1:3000' } },
})
