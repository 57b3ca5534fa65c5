// The single key of a button, while single keys are on; the button names it to screen readers by aria-keyshortcuts.

import { singleKeys } from '../frame/single-keys.ts'

export const KeyHint = ({ of }: { readonly of: string }) =>
  singleKeys.value ? (
    <span aria-hidden="true">
      <kbd>{of}</kbd>
    </span>
  ) : null
