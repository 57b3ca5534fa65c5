// Headers that keep browsers from doing more than the service's own pages need.

import type { FastifyHelmetOptions } from '@fastify/helmet'

/** The pages under /docs load scripts and styles from this service, and draw with data: images; nothing else. */
export const security: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    // helmet's own would have browsers ask for https, which a service on a laptop does not speak.
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // Whoever ends TLS in front of the service adds it there.
  strictTransportSecurity: false,
  referrerPolicy: { policy: 'no-referrer' },
}
