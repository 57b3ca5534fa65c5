// Well-known public bodies under their usual other names, so that "DoJ" alone still means the Department of Justice.
import type { SpeakerKind } from '../../types.ts'

interface KnownBody {
  readonly name: string
  readonly kind: SpeakerKind
  readonly other: readonly string[]
}

export const KNOWN_BODIES: readonly KnownBody[] = [
  {
    name: 'Department of Justice',
    kind: 'government',
    other: [
      'US Department of Justice',
      'U.S. Department of Justice',
      'United States Department of Justice',
      'Justice Department',
      'US Justice Department',
      'U.S. Justice Department',
      'DoJ',
      'DOJ',
    ],
  },
  { name: 'Federal Bureau of Investigation', kind: 'government', other: ['FBI'] },
  { name: 'Federal Trade Commission', kind: 'government', other: ['FTC'] },
  { name: 'Federal Communications Commission', kind: 'government', other: ['FCC'] },
  { name: 'Securities and Exchange Commission', kind: 'government', other: ['SEC'] },
  { name: 'Environmental Protection Agency', kind: 'government', other: ['EPA'] },
  { name: 'Food and Drug Administration', kind: 'government', other: ['FDA'] },
  { name: 'Internal Revenue Service', kind: 'government', other: ['IRS'] },
  {
    name: 'Department of Homeland Security',
    kind: 'government',
    other: [
      'DHS',
      'US Department of Homeland Security',
      'U.S. Department of Homeland Security',
      'Homeland Security Department',
    ],
  },
  { name: 'National Labor Relations Board', kind: 'government', other: ['NLRB'] },
  {
    name: 'Department of Labor',
    kind: 'government',
    other: ['Labor Department', 'U.S. Department of Labor', 'US Department of Labor'],
  },
  {
    name: 'Department of State',
    kind: 'government',
    other: [
      'State Department',
      'US State Department',
      'U.S. State Department',
      'US Department of State',
      'U.S. Department of State',
    ],
  },
  {
    name: 'Department of Defense',
    kind: 'government',
    other: ['Defense Department', 'Pentagon', 'U.S. Department of Defense', 'US Department of Defense'],
  },
  {
    name: 'Supreme Court of the United States',
    kind: 'court',
    other: ['US Supreme Court', 'U.S. Supreme Court', 'United States Supreme Court'],
  },
  { name: 'Court of Justice of the European Union', kind: 'court', other: ['CJEU'] },
  { name: 'European Court of Human Rights', kind: 'court', other: ['ECHR', 'ECtHR'] },
  { name: 'European Commission', kind: 'government', other: [] },
  { name: 'Home Office', kind: 'government', other: [] },
  { name: 'Crown Prosecution Service', kind: 'government', other: ['CPS'] },
  { name: 'Ministry of Justice', kind: 'government', other: ['MoJ', 'MOJ'] },
  {
    name: "Information Commissioner's Office",
    kind: 'government',
    other: ['ICO', 'Information Commissioner’s Office'],
  },
  { name: 'Competition and Markets Authority', kind: 'government', other: ['CMA'] },
  { name: 'American Civil Liberties Union', kind: 'organization', other: ['ACLU'] },
  { name: 'Electronic Frontier Foundation', kind: 'organization', other: ['EFF'] },
  { name: 'European Union', kind: 'government', other: ['EU'] },
  { name: 'United Nations', kind: 'organization', other: ['UN', 'U.N.'] },
]
