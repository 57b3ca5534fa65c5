// Signing in with a key, and out; the key goes into no address.

import { useRef, useState } from 'preact/hooks'
import type { Refused } from '../../../openapi/client/index.ts'
import { Dialog } from '../components/dialog.tsx'
import { ProblemNote } from '../components/problem-note.tsx'
import { refusalFrom } from './asking.ts'
import { isSignedIn, me, signedOutBecause, signIn, signOut } from './session.ts'

export function SignIn() {
  const [isOpen, setOpen] = useState(false)
  if (isSignedIn.value)
    return (
      <p class="session">
        {me.value ? (
          <>
            <span class="who">{me.value.name}</span> <span class="role">{me.value.role}</span>
          </>
        ) : null}
        <button type="button" onClick={signOut}>
          Sign out
        </button>
      </p>
    )
  return (
    <p class="session">
      {signedOutBecause.value ? <span role="status">{signedOutBecause.value}</span> : null}
      <button type="button" onClick={() => setOpen(true)}>
        Sign in
      </button>
      {isOpen ? <KeyForm close={() => setOpen(false)} /> : null}
    </p>
  )
}

function KeyForm({ close }: { close: () => void }) {
  const [refusal, setRefusal] = useState<Refused>()
  const [isWaiting, setWaiting] = useState(false)
  const key = useRef<HTMLInputElement>(null)
  const remember = useRef<HTMLInputElement>(null)
  const submit = async (event: Event) => {
    event.preventDefault()
    setWaiting(true)
    try {
      await signIn(key.current?.value.trim() ?? '', { remember: remember.current?.checked ?? false })
      signedOutBecause.value = null
      close()
    } catch (error) {
      setRefusal(refusalFrom(error))
      setWaiting(false)
      key.current?.focus()
    }
  }
  return (
    <Dialog title="Sign in" close={close}>
      <form onSubmit={submit}>
        <label>
          <span>Your key</span>
          <input
            ref={key}
            type="password"
            autocomplete="current-password"
            required
            spellcheck={false}
            pattern="\s*[!-~]+\s*"
            title="A key has letters, digits and signs, and no spaces."
          />
        </label>
        <label class="choice">
          <input ref={remember} type="checkbox" /> Keep it on this machine; otherwise until this tab is closed
        </label>
        {refusal ? <ProblemNote refusal={refusal} /> : null}
        <p class="actions">
          <button type="submit" class="main" disabled={isWaiting}>
            Sign in
          </button>
        </p>
        <p class="hint">The first key was printed when the service started; an admin gives out others.</p>
      </form>
    </Dialog>
  )
}
