// A real browser for the tests of the web application: one for the whole run, where the machine has one.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** `CHROMIUM` names one that is elsewhere. */
function findChromium(): string | null {
  const named = process.env.CHROMIUM
  if (named) return existsSync(named) ? named : null
  for (const name of NAMES) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    } catch {
      // The next name, then.
    }
  }
  return null
}

export const chromiumPath = findChromium()
if (chromiumPath === null)
  console.warn(
    'No Chromium found: the tests of the web application in a browser are left out (CHROMIUM names one).',
  )

let running: Promise<Browser> | null = null

/** Started once and ended with the process that tests. */
export function browser(): Promise<Browser> {
  running ??= chromium.launch({
    executablePath: chromiumPath ?? '',
    // Without a sandbox of its own, since tests may run as root; and asking nothing of the outside.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  return running
}
