// The limit to compare with: bare Fastify and better-sqlite3 over the same rows. No keys, ETags, checks or ledger.
// Run as a program of its own: bare.ts <database file> <port>.

import SqliteDatabase from 'better-sqlite3'
import Fastify, { type FastifyRequest } from 'fastify'

const [file = '', port = '0'] = process.argv.slice(2)
const db = new SqliteDatabase(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.pragma('cache_size = -65536')

const columns = `claims.*,
  (select json_group_array(json_object('id', s.id, 'name', s.name, 'kind', s.kind)) from claim_speakers cs join speakers s on s.id = cs.speaker_id where cs.claim_id = claims.id) as speakers,
  (select json_group_array(json_object('question', cp.question, 'position', cp.position, 'basis', cp.basis, 'confidence', cp.confidence)) from claim_positions cp where cp.claim_id = claims.id) as positions`
const one = db.prepare(`select ${columns} from claims where id = ?`)
const pages: Record<string, SqliteDatabase.Statement> = {
  all: db.prepare(`select ${columns} from claims where id > @after order by id limit 51`),
  type: db.prepare(`select ${columns} from claims where id > @after and type = @value order by id limit 51`),
  publisher: db.prepare(
    `select ${columns} from claims where id > @after and publisher = @value order by id limit 51`,
  ),
  speaker: db.prepare(
    `select ${columns} from claims where id in (select claim_id from claim_speakers where speaker_id = @value and claim_id > @after order by claim_id limit 51) order by id`,
  ),
}
const tag = db.prepare(
  'insert into tags (id, claim_id, article_id, question, question_version, position, annotator_id, kind, created_at, current) values (@id, @claimId, (select article_id from claims where id = @claimId), @question, 1, @position, @by, @kind, @at, @current)',
)
const retire = db.prepare(
  'update tags set current = 0 where claim_id = ? and question = ? and annotator_id = ? and current = 1',
)
const note = db.prepare(
  "insert into changes (seq, at, annotator_id, entity, entity_id, action, after) values ((select max(seq) + 1 from changes), ?, ?, 'tag', ?, 'create', ?)",
)
const most = db.prepare(
  "select position, count(*) as n, sum(count(*)) over () as people from tags where claim_id = ? and question = ? and current = 1 and kind = 'person' group by position order by n desc limit 1",
)
const place = db.prepare(
  "insert into claim_positions (claim_id, article_id, question, position, basis, confidence, version, people) values (@claimId, (select article_id from claims where id = @claimId), @question, @position, 'people', @confidence, 1, @people) on conflict do update set position = excluded.position, basis = excluded.basis, confidence = excluded.confidence, version = excluded.version, people = excluded.people",
)
interface Tag {
  readonly id: string
  readonly claimId: string
  readonly question: string
  readonly position: string
}
/** What a tag must change at the least: the tag before it, itself, the ledger, and the claim's position. */
function writeWhole(made: Tag): void {
  const { id, claimId, question, position } = made
  const at = Date.now()
  retire.run(claimId, question, 'ann_system')
  tag.run({ id, claimId, question, position, at, by: 'ann_system', kind: 'person', current: 1 })
  note.run(at, 'ann_system', id, JSON.stringify(made))
  const { n, people, ...winner } = most.get(claimId, question) as {
    position: string
    n: number
    people: number
  }
  place.run({ claimId, question, people, confidence: n / people, ...winner })
}
const tagWhole = db.transaction(writeWhole)
const tagTogether = db.transaction((tags: readonly Tag[]) => tags.forEach(writeWhole))

let waiting: { readonly made: Tag; readonly done: () => void }[] = []
/** Group commit and nothing else: what came in one turn of the event loop is in one transaction. */
const inGroup = (made: Tag) =>
  new Promise<void>((done) => {
    if (waiting.push({ made, done }) > 1) return
    setImmediate(() => {
      const group = waiting
      waiting = []
      tagTogether(group.map((one) => one.made))
      for (const one of group) one.done()
    })
  })
/** Nothing is kept: counted from the claims each time. */
const counted = db.prepare(
  "select c.publisher, cp.position, count(*) as claims from claim_positions cp join claims c on c.id = cp.claim_id where cp.question = ? and c.status <> 'rejected' group by c.publisher, cp.position",
)

type Row = Record<string, unknown>
const parsed = (row: Row) => {
  for (const name of ['content', 'cue', 'source', 'speakers', 'positions'])
    row[name] = JSON.parse(String(row[name]))
  return row
}

// Another run on the same file must not meet the ids of this one.
const started = Date.now()
let made = 0
const app = Fastify()
app.get<{ Params: { id: string } }>('/v1/claims/:id', async (request) =>
  parsed(one.get(request.params.id) as Row),
)
app.get<{ Querystring: Record<string, string> }>('/v1/claims', async (request) => {
  const { cursor = '', by = 'all', value } = request.query
  const rows = pages[by]?.all(by === 'all' ? { after: cursor } : { after: cursor, value }) as Row[]
  return { data: rows.slice(0, 50).map(parsed) }
})
app.get<{ Querystring: { question: string } }>('/v1/positions', async (request) => ({
  data: counted.all(request.query.question),
}))
// The naive way to be durable, one commit for each tag: `/tags` writes a row and nothing else, `/whole` all that belongs
// to it. `/grouped` writes the same as `/whole`, and shares its commits.
type Tagging = { Params: { id: string }; Body: { question: string; position: string } }
const tagOf = ({ params, body }: Pick<FastifyRequest<Tagging>, 'params' | 'body'>): Tag => ({
  id: `tag_bare_${started}_${++made}`,
  claimId: params.id,
  question: body.question,
  position: body.position,
})
app.post<Tagging>('/v1/claims/:id/tags', async (request, reply) => {
  const { id, claimId, question, position } = tagOf(request)
  tag.run({ id, claimId, question, position, at: Date.now(), by: 'ann_system', kind: 'person', current: 0 })
  return reply.code(201).send({ id, claimId, question, position })
})
app.post<Tagging>('/v1/claims/:id/whole', async (request, reply) => {
  const written = tagOf(request)
  tagWhole(written)
  return reply.code(201).send(written)
})
app.post<Tagging>('/v1/claims/:id/grouped', async (request, reply) => {
  const written = tagOf(request)
  await inGroup(written)
  return reply.code(201).send(written)
})
await app.listen({ host: '127.0.0.1', port: Number(port) })
