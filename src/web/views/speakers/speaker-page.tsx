// One speaker: who that is, where they stand on each question and when, and all they said.

import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Speaker } from '../../../../openapi/client/index.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { many } from '../../components/standing/said.ts'
import { Waiting } from '../../components/waiting.tsx'
import { addressWith, useAddress } from '../../frame/address.ts'
import { useAnswer } from '../../frame/asking.ts'
import { useQuestion } from '../../frame/question.ts'
import { may } from '../../frame/session.ts'
import { Changing } from './changing.tsx'
import { OverTime } from './over-time.tsx'
import { StandsOn } from './stands-on.tsx'
import { WhatTheySaid } from './what-they-said.tsx'
import './speakers.css'
import '../../components/standing/standing.css'

export function SpeakerPage({ id = '' }: { readonly id?: string }) {
  const { query, route } = useLocation()
  const {
    value: speaker,
    refusal,
    again,
  } = useAnswer(
    (service, signal) => service.readSpeaker({ path: { id }, signal }),
    [id],
    ({ entity }) => entity === 'speaker' || entity === 'claim' || entity === 'article',
  )
  const now = speaker?.id
  // A speaker that was merged is somebody else by now: the address follows.
  useEffect(() => {
    if (now !== undefined && now !== id && !refusal)
      route(addressWith(`/speakers/${now}`, query, { merged: id }), true)
  }, [now])
  if (refusal) return <ProblemNote refusal={refusal} />
  if (speaker === undefined) return <Waiting />
  return <About key={speaker.id} speaker={speaker} again={again} />
}

function About({ speaker, again }: { readonly speaker: Speaker; readonly again: () => void }) {
  const { get } = useAddress()
  const question = useQuestion()
  return (
    <section class="speaker">
      <header>
        <h1>
          <bdi>{speaker.name}</bdi>
        </h1>
        {get('merged') ? <p role="status">The speaker you asked for was merged into this one.</p> : null}
        <Facts speaker={speaker} />
      </header>
      {may('curator') ? <Changing speaker={speaker} again={again} /> : null}
      <div class="columns">
        <div>
          <StandsOn speaker={speaker} />
          {question ? <OverTime speaker={speaker} question={question} /> : null}
        </div>
        <WhatTheySaid speaker={speaker} question={question} />
      </div>
    </section>
  )
}

function Facts({ speaker: { kind, aliases, affiliations, claimCount } }: { readonly speaker: Speaker }) {
  const { to } = useAddress()
  return (
    <dl class="facts">
      <div>
        <dt>Kind</dt>
        <dd>{kind}</dd>
      </div>
      <div>
        <dt>Said</dt>
        <dd>{many(claimCount, 'claim')}</dd>
      </div>
      {affiliations.length > 0 ? (
        <div>
          <dt>Speaks for</dt>
          <dd>
            {affiliations.map(({ speakerId, name, role }, index) => (
              <span key={speakerId}>
                {index > 0 ? ', ' : ''}
                <a href={to(`/speakers/${speakerId}`)}>
                  <bdi>{name}</bdi>
                </a>
                {role ? ` (${role})` : ''}
              </span>
            ))}
          </dd>
        </div>
      ) : null}
      {aliases.length > 0 ? (
        <div>
          <dt>Also called</dt>
          <dd>{aliases.join(', ')}</dd>
        </div>
      ) : null}
    </dl>
  )
}
