// How wide a text is on the page, before it is drawn.

let pen: CanvasRenderingContext2D | null | undefined

/** In pixels, at 14 pixels of the page's own type. */
export function textWidth(text: string): number {
  if (pen === undefined) {
    pen = document.createElement('canvas').getContext('2d')
    if (pen) pen.font = `14px ${getComputedStyle(document.documentElement).fontFamily}`
  }
  return pen?.measureText(text).width ?? text.length * 7.5
}
