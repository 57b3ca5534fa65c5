// A link within a picture: what is drawn can be followed, shared, and reached with the keyboard.

import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'

interface PictureLinkProps {
  readonly href: string
  /** What it says to those who do not see it. */
  readonly name: string
  readonly isCurrent?: boolean
  readonly class?: string
  readonly children: ComponentChildren
}

export function PictureLink({ href, name, isCurrent = false, children, ...rest }: PictureLinkProps) {
  const { route } = useLocation()
  // The router follows links of HTML by itself, and not those of SVG.
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return
    event.preventDefault()
    route(href)
  }
  return (
    <a
      href={href}
      aria-label={name}
      onClick={follow}
      class={`picture-link ${rest.class ?? ''}`}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
    >
      {children}
    </a>
  )
}
