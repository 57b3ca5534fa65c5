// Which methods an address takes, so that a wrong one is told from an unknown address.

import type { FastifyInstance } from 'fastify'

/** Listens to the routes as they are added; the function it gives lists the methods known for a URL. */
export function methodsAt(app: FastifyInstance): (url: string) => string[] {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    const entry = known.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() }
    for (const one of [method].flat()) entry.methods.add(one)
    known.set(url, entry)
  })
  return (url) => {
    const path = url.split('?')[0] ?? ''
    const methods = new Set<string>()
    for (const entry of known.values())
      if (entry.pattern.test(path)) for (const method of entry.methods) methods.add(method)
    return [...methods].sort()
  }
}

/** `/v1/claims/:id` as an expression. */
function patternOf(route: string): RegExp {
  const parts = route.split(/(:[A-Za-z]+|\*)/)
  const source = parts.map((part) => {
    if (part === '*') return '.*'
    return part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${source.join('')}$`)
}
