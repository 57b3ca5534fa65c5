// The rules that generators and reviewers hold an API document to: Redocly's, Spectral's, OWASP's. None is switched off.

import { createConfig, lintFromString } from '@redocly/openapi-core'
import core, { type RulesetDefinition } from '@stoplight/spectral-core'
import owasp from '@stoplight/spectral-owasp-ruleset'
import rulesets from '@stoplight/spectral-rulesets'
import { describe, expect, it } from 'vitest'
import { kept, textOf, versions } from './kept.ts'

/** The packages were typed against another version of the core; and one is wrapped once more when imported. */
const asRules = (found: unknown): RulesetDefinition =>
  (typeof found === 'object' && found !== null && 'default' in found
    ? found.default
    : found) as RulesetDefinition

describe.each(versions)('%s', (name) => {
  it('has neither errors nor warnings by Redocly’s recommended rules', async () => {
    const config = await createConfig({ extends: ['recommended'] })
    const found = await lintFromString({ source: textOf(name), absoluteRef: `/${name}`, config })
    expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
  })

  it('has neither errors nor warnings by Spectral’s rules and OWASP’s', async () => {
    const spectral = new core.Spectral()
    spectral.setRuleset({
      extends: [
        [asRules(rulesets.oas), 'recommended'],
        [asRules(owasp), 'recommended'],
      ],
    })
    const found = await spectral.run(kept(name) as unknown as Record<string, unknown>)
    expect(found.map(({ code, message, path }) => [code, message, path.join('/')])).toEqual([])
  })
})
