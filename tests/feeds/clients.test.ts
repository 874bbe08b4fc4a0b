import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import test from 'node:test'
import { call, outputOf, type Spec } from './fixture.ts'
import { loopback, run } from './loopback.ts'
import { attributes, parsedHtml, words } from './read-feed.ts'

const newsboat = { command: 'newsboat', debian: 'newsboat' }
const python = { command: '/usr/bin/python3', debian: 'python3-feedparser' }
const rss2email = { command: 'r2e', debian: 'rss2email' }

const posts: readonly Spec[] = [
  {
    slug: 'krack',
    id: 'krack-id',
    key: 'k7q2',
    title: 'Krack & “<patches>” 👩‍👩‍👧',
    date: '2017-10-17',
    html: `<p>BodyOfKrack normal${call('k7q2', 1)} service${call('k7q2', 2)} again${call('k7q2', 1, '1', '-2')}.</p>`,
    notes: ['<p>FirstNoteOfKrack.</p>', '<p>SecondNoteOfKrack.</p>'],
  },
  {
    slug: 'doors',
    id: 'doors-id',
    key: 'm3x8',
    title: 'Doors',
    date: '2017-07-04',
    html: `<p>BodyOfDoors${call('m3x8', 1)}.</p>`,
    notes: ['<p>FirstNoteOfDoors.</p>'],
  },
]
const renamed = posts.map((spec) => ({
  ...spec,
  slug: `${spec.slug}-renamed`,
  title: `New ${spec.title}`,
}))
const newer: Spec = { slug: 'newer', key: 'n2p3', title: 'Newer', date: '2018-01-01' }

const formats = [
  { file: 'feed.xml', type: 'application/rss+xml' },
  { file: 'atom.xml', type: 'application/atom+xml' },
] as const

/** A folder that is gone after the test. */
function temporary(): { readonly folder: string } & Disposable {
  const folder = mkdtempSync(path.join(tmpdir(), 'ibid-feeds-'))
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What every client must show of a post's HTML. */
function assertNotes(html: string, link: string, body: string, notes: readonly string[]): void {
  let last = html.indexOf(body)
  assert.ok(last >= 0, html)
  for (const note of notes) {
    const at = html.indexOf(note)
    assert.ok(at > last, `${note} stands after what comes before it`)
    assert.equal(html.indexOf(note, at + 1), -1, `${note} stands once`)
    last = at
  }
  const { elements } = parsedHtml(html)
  const calls = elements.filter(
    (each) => each.tagName === 'a' && attributes(each).href?.includes('#fn-'),
  )
  assert.ok(calls.length >= notes.length)
  for (const each of calls) {
    assert.ok(attributes(each).href?.startsWith(`${link}#fn-`), attributes(each).href)
    assert.match(words(each), /^\d$/)
  }
}

const asked = `
import feedparser, json, sys
feed = feedparser.parse(sys.argv[1])
print(json.dumps({'bozo': bool(feed.bozo), 'title': feed.feed.title, 'entries': [
  {'id': e.id, 'link': e.link, 'title': e.title, 'html': e.content[0].value,
   'date': list(e.published_parsed), 'summary': e.summary} for e in feed.entries]}))
`

interface Parsed {
  readonly bozo: boolean
  readonly title: string
  readonly entries: readonly {
    readonly id: string
    readonly link: string
    readonly title: string
    readonly html: string
    readonly date: readonly number[]
    readonly summary: string
  }[]
}

for (const { file, type } of formats) {
  test(`feedparser reads ${file} as it was meant`, async () => {
    using home = temporary()
    await using server = await loopback(`/${file}`)
    server.serve(outputOf(posts).text(file), type)
    const read = JSON.parse(
      await run(python, ['-c', asked, server.url], { home: home.folder }),
    ) as Parsed
    assert.equal(read.bozo, false)
    assert.equal(read.title, 'Margins')
    assert.deepEqual(
      read.entries.map((entry) => [entry.link, entry.date.slice(0, 3)]),
      [
        ['https://example.org/posts/krack/', [2017, 10, 17]],
        ['https://example.org/posts/doors/', [2017, 7, 4]],
      ],
    )
    assert.match(
      read.entries[0]?.title ?? '',
      /^Krack &(?:amp;)? “(?:<|&lt;)patches(?:>|&gt;)” 👩‍👩‍👧$/,
    )
    const [krack, doors] = read.entries
    assertNotes(krack?.html ?? '', krack?.link ?? '', 'BodyOfKrack', [
      'FirstNoteOfKrack',
      'SecondNoteOfKrack',
    ])
    assertNotes(doors?.html ?? '', doors?.link ?? '', 'BodyOfDoors', ['FirstNoteOfDoors'])
    const ids = read.entries.flatMap(({ html }) =>
      parsedHtml(html).elements.flatMap((each) => attributes(each).id ?? []),
    )
    assert.equal(ids.length, 7)
    assert.equal(new Set(ids).size, ids.length)
  })

  test(`newsboat shows each note of ${file} once, and a renamed post stays read`, async () => {
    using home = temporary()
    await using server = await loopback(`/${file}`)
    const at = (name: string): string => path.join(home.folder, name)
    writeFileSync(at('urls'), `${server.url}\n`)
    writeFileSync(at('config'), '')
    const reload = async (): Promise<string> => {
      const args = ['-q', '-u', at('urls'), '-c', at('cache.db'), '-C', at('config'), '-x']
      await run(newsboat, [...args, 'reload'], { home: home.folder })
      return await run(newsboat, [...args, 'print-unread'], { home: home.folder })
    }
    const output = outputOf(posts)
    server.serve(output.text(file), type)
    assert.match(await reload(), /^2 /)
    using database = new DatabaseSync(at('cache.db'))
    const rows = database.prepare('select url, content from rss_item order by pubDate desc').all()
    assert.equal(rows.length, 2)
    assertNotes(String(rows[0]?.content), String(rows[0]?.url), 'BodyOfKrack', [
      'FirstNoteOfKrack',
      'SecondNoteOfKrack',
    ])
    database.exec('update rss_item set unread = 0')
    assert.match(await reload(), /^0 /, 'a second fetch shows nothing new')
    server.serve(outputOf(renamed).text(file), type)
    assert.match(await reload(), /^0 /, 'a renamed post stays read')
    server.serve(outputOf([newer, ...renamed]).text(file), type)
    assert.match(await reload(), /^1 /, 'a new post is new')
  })

  test(`rss2email sends each post of ${file} once, notes at the end`, async () => {
    using home = temporary()
    await using server = await loopback(`/${file}`)
    const mails = path.join(home.folder, 'mail')
    for (const folder of ['new', 'cur', 'tmp'])
      mkdirSync(path.join(mails, 'inbox', folder), { recursive: true })
    const configuration = path.join(home.folder, 'r2e.cfg')
    writeFileSync(
      configuration,
      `[DEFAULT]\nto = a@example.org\nfrom = b@example.org\nemail-protocol = maildir\nmaildir-path = ${mails}\nmaildir-mailbox = inbox\nhtml-mail = True\n\n[feed.margins]\nurl = ${server.url}\n`,
    )
    const fetchMail = async (): Promise<string[]> => {
      const args = ['-c', configuration, '-d', path.join(home.folder, 'seen.json'), 'run']
      await run(rss2email, args, { home: home.folder })
      const folder = path.join(mails, 'inbox', 'new')
      return readdirSync(folder).map((name) =>
        bodyOf(readFileSync(path.join(folder, name), 'utf8')),
      )
    }
    server.serve(outputOf(posts).text(file), type)
    const sent = await fetchMail()
    assert.equal(sent.length, 2)
    const krack = sent.find((mail) => mail.includes('BodyOfKrack')) ?? ''
    assertNotes(krack, 'https://example.org/posts/krack/', 'BodyOfKrack', [
      'FirstNoteOfKrack',
      'SecondNoteOfKrack',
    ])
    assert.equal((await fetchMail()).length, 2, 'a second fetch sends nothing')
    server.serve(outputOf(renamed).text(file), type)
    assert.equal((await fetchMail()).length, 2, 'a renamed post is not sent again')
    server.serve(outputOf([newer, ...renamed]).text(file), type)
    assert.equal((await fetchMail()).length, 3, 'a new post is sent')
  })
}

/** The decoded body of a mail of one part. */
function bodyOf(mail: string): string {
  const at = mail.search(/\r?\n\r?\n/)
  const head = mail.slice(0, at)
  const body = mail.slice(at).trim()
  if (/^content-transfer-encoding: base64$/im.test(head))
    return Buffer.from(body, 'base64').toString('utf8')
  if (!/^content-transfer-encoding: quoted-printable$/im.test(head)) return body
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
