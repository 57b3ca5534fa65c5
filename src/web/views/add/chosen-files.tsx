// Choosing files, and looking over what was chosen before it is stored.

import { useRef } from 'preact/hooks'
import { service } from '../../frame/session.ts'
import { batch } from './batch.ts'
import { paste } from './pasted.ts'
import { hasLines, send } from './sending.ts'
import { stopping } from './stopping.ts'
import { waitFor, waitingFiles } from './waiting-files.ts'

const KINDS = '.txt,.html,.htm,.pdf,.docx,.eml,.ndjson,.jsonl'
/** Of names in the list; the rest is only counted. */
const MOST_NAMES = 20

export function ChosenFiles() {
  const input = useRef<HTMLInputElement>(null)
  const files = waitingFiles.value
  return (
    <div class="files">
      <div class="choosing">
        <div>
          <h2>Files: drop them anywhere on this page</h2>
          <p class="hint">
            Text, HTML, PDF, Word or mail, an article each; or lines of JSON (.ndjson), an article a line.
          </p>
        </div>
        <label>
          <span class="for-readers">Files of articles</span>
          <input
            ref={input}
            type="file"
            multiple
            accept={KINDS}
            onChange={({ currentTarget }) => {
              waitFor(currentTarget.files ?? [])
              currentTarget.value = ''
            }}
          />
        </label>
      </div>
      {files.length > 0 ? <Chosen files={files} /> : null}
    </div>
  )
}

function Chosen({ files }: { readonly files: readonly File[] }) {
  const publisher = useRef<HTMLInputElement>(null)
  const day = useRef<HTMLInputElement>(null)
  const store = (event: Event) => {
    event.preventDefault()
    const given = { publisher: publisher.current?.value.trim(), publishedAt: day.current?.value }
    const beside = Object.fromEntries(Object.entries(given).filter(([, value]) => value))
    waitingFiles.value = []
    send(service.value, files, beside, stopping.begin())
  }
  return (
    <form class="chosen" onSubmit={store}>
      <ul aria-label="Not stored yet">
        {files.slice(0, MOST_NAMES).map((file) => (
          <ChosenFile key={`${file.name} ${file.size}`} file={file} />
        ))}
      </ul>
      {files.length > MOST_NAMES ? <p class="hint">and {files.length - MOST_NAMES} more</p> : null}
      <div class="lines" hidden={files.every(hasLines)}>
        <label>
          <span>Publisher of all of them, whatever they say</span>
          <input ref={publisher} maxLength={200} />
        </label>
        <label>
          <span>All published on</span>
          <input ref={day} type="date" />
        </label>
      </div>
      <p class="actions">
        <button type="submit" class="main" disabled={batch.value?.isRunning}>
          Store {files.length === 1 ? 'it' : `all ${files.length}`}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            waitingFiles.value = []
          }}
        >
          Clear
        </button>
      </p>
    </form>
  )
}

function ChosenFile({ file }: { readonly file: File }) {
  const leave = () => {
    waitingFiles.value = waitingFiles.value.filter((one) => one !== file)
  }
  const look = async () => {
    paste({ text: await file.text(), title: file.name.replace(/\.\w+$/, '') })
    leave()
  }
  return (
    <li>
      <bdi>{file.name}</bdi> <small>{sizeOf(file.size)}</small>
      {/\.txt$/i.test(file.name) ? (
        <button type="button" class="quiet" onClick={look}>
          Look at it first
        </button>
      ) : null}
      <button type="button" class="quiet" aria-label={`Leave out ${file.name}`} onClick={leave}>
        ✕
      </button>
    </li>
  )
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 ** 2 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`
