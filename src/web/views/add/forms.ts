// Deals files out to forms.

/** Files of one form, and their bytes: a form is looked at when it is whole, so small ones show progress sooner. */
const MOST_FILES = 10
const MOST_BYTES = 32 * 1024 ** 2

/** In order, each form as full as it may be; a file larger than a form may be has one for itself. */
export function formsOf<T extends { readonly size: number }>(files: readonly T[]): T[][] {
  const forms: T[][] = []
  let bytes = 0
  for (const file of files) {
    const form = forms.at(-1)
    if (form && form.length < MOST_FILES && bytes + file.size <= MOST_BYTES) {
      form.push(file)
      bytes += file.size
    } else {
      forms.push([file])
      bytes = file.size
    }
  }
  return forms
}
