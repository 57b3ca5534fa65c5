// Adding articles: one pasted, with its claims as they are found, or many as files.

import { useState } from 'preact/hooks'
import { useWarningBefore } from '../../frame/leaving.ts'
import { may } from '../../frame/session.ts'
import { batch } from './batch.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { Outcomes } from './outcomes.tsx'
import { PasteForm } from './paste-form.tsx'
import { pasted } from './pasted.ts'
import { Preview } from './preview.tsx'
import { waitFor } from './waiting-files.ts'
import './add.css'

export function Add() {
  const [isOver, setOver] = useState(false)
  const mayStore = may('annotator')
  useWarningBefore(mayStore && (pasted.value.text.trim() !== '' || batch.value?.isRunning === true))
  const over = (event: DragEvent) => {
    if (!mayStore || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    if (!mayStore || !event.dataTransfer || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    waitFor(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by the keyboard, files are chosen rather than dropped.
    <section
      class={`add ${isOver ? 'over' : ''}`}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h1>{mayStore ? 'Add articles' : 'What would be found in a text'}</h1>
      {mayStore ? (
        <>
          <ChosenFiles />
          <Outcomes />
        </>
      ) : (
        <p class="hint">Nothing is stored. With an annotator’s key, articles can be added here.</p>
      )}
      <div class="halves">
        <PasteForm mayStore={mayStore} />
        <Preview />
      </div>
    </section>
  )
}
