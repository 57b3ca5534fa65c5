// A day as readers write it; times on the wire are UTC, and so is the day.

const LONG = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone: 'UTC' })

export const Day = ({ at }: { readonly at: string }) => (
  <time dateTime={at.slice(0, 10)}>{LONG.format(new Date(at))}</time>
)
