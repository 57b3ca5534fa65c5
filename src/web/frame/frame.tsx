// What stands around every view: where one can go, the question, who is signed in, and whether the service is there.

import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { ProblemNote } from '../components/problem-note.tsx'
import { useAddress } from './address.ts'
import { destinations } from './destinations.ts'
import { connection, listen, watchConnection } from './live.ts'
import { useQuestions } from './question.ts'
import { QuestionChoice } from './question-choice.tsx'
import { may, recognise } from './session.ts'
import { SignIn } from './sign-in.tsx'

export function Frame({ children }: { children: ComponentChildren }) {
  const { refusal } = useQuestions()
  useEffect(() => {
    recognise()
    const stops = [listen(), watchConnection()]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <>
      <a class="skip" href="#view">
        Skip to the content
      </a>
      <header class="frame">
        <a class="name" href="/">
          Averment
        </a>
        <Navigation />
        <SignIn />
        <QuestionChoice />
      </header>
      <Connection />
      <main id="view" tabIndex={-1}>
        {refusal ? <ProblemNote refusal={refusal} /> : null}
        {children}
      </main>
      <footer class="frame">
        <p>
          Everything here is also there for programs: <a href="/docs">the API</a>,{' '}
          <a href="/openapi.json">its document</a>.
        </p>
      </footer>
    </>
  )
}

function Navigation() {
  const { to } = useAddress()
  const { path } = useLocation()
  const isHere = (target: string) => (target === '/' ? path === '/' : path.startsWith(target))
  return (
    <nav aria-label="Views">
      <ul>
        {destinations
          .filter(({ role }) => role === undefined || may(role))
          .map(({ path: target, name }) => (
            <li key={target}>
              <a href={to(target)} {...(isHere(target) ? { 'aria-current': 'page' as const } : {})}>
                {name}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

const SAID = {
  open: '',
  lost: 'The service does not answer. What is shown may be old; it is asked again by itself.',
  closed: 'Changes by others are not shown by themselves here: the service gives no stream.',
}

const Connection = () => (
  <p class="connection" role="status" hidden={connection.value === 'open'}>
    {SAID[connection.value]}
  </p>
)
