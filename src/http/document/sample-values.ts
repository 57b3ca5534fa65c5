// What fields hold in the examples of the document, by their names: one invented story, so that examples fit together.

const article = 'art_01hq3v5k8e9fztr4x2m7n6p0qd'
const claim = 'clm_01hq3v5k8f2b4d6g8j0m1p3r5t'
const speaker = 'spk_01hq3v5k8g7c9e1h3k5n7q9s1v'
const employer = 'spk_01hq3v5k8g7c9e1h3k5n7q9s2w'
const annotator = 'ann_01hq3v0a1b2c3d4e5f6g7h8j9k'
const quote = 'The letters belong to whoever wrote them'
const text = `"${quote}," said Ines Calder, counsel for Kestrel Mail.`

export const sampleValues: Readonly<Record<string, unknown>> = {
  // Who and what.
  articleId: article,
  claimId: claim,
  speakerId: speaker,
  annotatorId: annotator,
  entityId: claim,
  entity: 'claim',
  action: 'update',
  before: { status: 'proposed' },
  after: { status: 'confirmed' },
  title: 'Kestrel Mail contests order',
  text,
  html: `<p>${text}</p>`,
  publisher: 'The Fernhill Courier',
  byline: 'Robin Askew',
  url: 'https://courier.example/kestrel-mail',
  language: 'en',
  metadata: { desk: 'law' },
  name: 'Ines Calder',
  aliases: ['Calder', 'Ms Calder'],
  role: 'counsel',
  into: employer,
  // What was said.
  quote,
  exact: quote,
  prefix: '"',
  suffix: '," said Ines Calder, counsel for K',
  start: 1,
  end: 41,
  ordinal: 1,
  parentId: null,
  parent: null,
  q: '"belong to whoever"',
  // Where it stands.
  question: 'business-records-vs-personal-documents',
  slug: 'business-records-vs-personal-documents',
  position: 'personal-documents',
  leaning: 'personal-documents',
  counts: { 'business-records': 1, 'personal-documents': 4, ambivalent: 1, 'off-question': 2 },
  confusion: {
    'business-records': { 'personal-documents': 1 },
    'personal-documents': { 'business-records': 1 },
  },
  label: 'Personal documents',
  definition: 'They remain the papers of whoever wrote them.',
  guidelines: 'Judge what the speaker wants the law to be, not what they expect.',
  rationale: 'She says outright whose they are.',
  evidence: 'belong to whoever wrote them',
  placing: null,
  confidence: 0.93,
  month: '2024-03',
  // When, and how.
  cursor: 'WyJjbG0iXQ',
  nextCursor: null,
  expiresAt: '2027-03-05T08:00:00.000Z',
  revokedAt: null,
  version: 1,
  engineVersion: '1.0.0',
  sha256: '5f2d1a7c9b3e4f60812a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f80',
  key: 'avk_4rT9mZ2xWq7LpB8nVc3KdY6hJ1sFgA5u',
  ci95: [0.55, 0.88],
  kappa: 0.71,
  code: 'too_small',
  detail: 'Is empty.',
  pointer: '/title',
  type: '/problems/malformed',
  status: 400,
  instance: '/v1/articles',
  traceId: '8b0c1f6e3f4e4a519d0e52d6a1b7c2f3',
  'idempotency-key': '5b1d3c5e-courier-1',
  'if-match': '"x3Jd0w"',
  'if-none-match': '"x3Jd0w"',
  'last-event-id': '41',
  seq: 41,
  keyId: 'key_01hq3v0a1b2c3d4e5f6g7h8j9k',
}

/** Ids by their prefix, for fields that are only called `id`. */
export const sampleIds: Readonly<Record<string, string>> = {
  art: article,
  clm: claim,
  spk: speaker,
  ann: annotator,
  tag: 'tag_01hq3v7n0p1q2r3s4t5v6w7x8y',
  rul: 'rul_01hq3v9b2c3d4e5f6g7h8j9k0m',
  key: 'key_01hq3v0a1b2c3d4e5f6g7h8j9k',
}

export const sampleTime = '2024-03-05T08:00:00.000Z'
export const sampleDay = '2024-03-05'
