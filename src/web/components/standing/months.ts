// Months as YYYY-MM: how they are called, and their days.

const NAMES = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })

export const nameOfMonth = (month: string): string => NAMES.format(new Date(`${month}-01T00:00:00Z`))

export const isMonth = (written: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(written)

interface Days {
  readonly publishedFrom?: string
  readonly publishedTo?: string
}

/** The first day and the last, as far as they lie within these others. */
export function daysOf(
  month: string,
  { publishedFrom = '', publishedTo = '9999' }: Days = {},
): Required<Days> {
  const first = `${month}-01`
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const last = new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
  return {
    publishedFrom: publishedFrom > first ? publishedFrom : first,
    publishedTo: publishedTo < last ? publishedTo : last,
  }
}
