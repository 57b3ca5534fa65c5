// Says that something is on its way, and only when it takes long enough to be noticed.

export const Waiting = ({ what = 'Loading' }: { what?: string }) => (
  <p class="waiting" role="status">
    {what} …
  </p>
)
