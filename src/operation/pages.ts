// The web application: built files, and one document for every address that is a view of it.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Addresses of views; what stands under them is the application's own business. */
const VIEWS = [
  '/',
  '/articles',
  '/articles/:id',
  '/speakers',
  '/speakers/:id',
  '/tag',
  '/curate',
  '/add',
  '/questions',
  '/questions/:slug',
]

/** `folder`: where the build has put it. Without a build (types and tests only) there is no application. */
export async function addPages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    // Their names change with what is in them.
    immutable: true,
    maxAge: '365d',
  })
  const hide = { hide: true } as object
  app.get<{ Params: { '*': string } }>('/assets/*', { schema: hide }, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`),
  )
  for (const view of VIEWS)
    app.get(view, { schema: hide }, (_request, reply) =>
      reply.sendFile('index.html', { immutable: false, maxAge: 0 }),
    )
}
