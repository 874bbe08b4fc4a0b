import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkExternal } from '../../src/build/external/check-external.ts'
import { readRobots } from '../../src/build/external/robots.ts'
import { memoryCache } from '../../src/io/memory-cache.ts'
import type { Network, NetworkAnswer } from '../../src/io/ports.ts'
import { rendered } from '../site-from.ts'

interface FakeNetwork extends Network {
  readonly asked: string[]
}

const none: NetworkAnswer = { status: 404 }

/** A network that answers `METHOD url`, or `url` for both methods; every host has an empty robots.txt. */
function network(answers: Readonly<Record<string, NetworkAnswer>>): FakeNetwork {
  const asked: string[] = []
  return {
    asked,
    wait: async () => undefined,
    request: async (url, method) => {
      asked.push(`${method} ${url}`)
      return answers[`${method} ${url}`] ?? answers[url] ?? none
    },
  }
}

const ok: NetworkAnswer = { status: 200 }
const failure = (kind: 'no-host' | 'certificate' | 'other'): NetworkAnswer => ({
  failure: { kind, message: kind },
})

async function siteWith(...urls: string[]) {
  const lines = urls.map((url) => `[a](${url})`)
  const { site } = await rendered({
    'content/site.yaml': 'title: M\nurl: https://own.org/\n',
    'content/posts/a.md': `---\nid: external-1\ntitle: A\ndate: 2020-01-01\n---\n\n${lines.join('\n')}\n`,
  })
  return site ?? assert.fail('no site')
}

const day = 86_400_000

test('each address is asked for once, and told of wherever it stands', async () => {
  const net = network({
    'https://a.org/fine': ok,
    'https://a.org/old': { status: 301, location: '/fine' },
    'https://a.org/for-now': { status: 302, location: 'https://a.org/fine' },
    'HEAD https://a.org/no-head': { status: 405 },
    'GET https://a.org/no-head': ok,
    'https://a.org/closed': { status: 403 },
    'https://a.org/loop': { status: 302, location: '/loop' },
    'https://nowhere.org/robots.txt': failure('no-host'),
    'https://nowhere.org/': failure('no-host'),
    'https://cert.org/x': failure('certificate'),
  })
  const site = await siteWith(
    'https://a.org/fine#part',
    'https://a.org/fine',
    'https://a.org/gone',
    'https://a.org/gone#again',
    'https://a.org/old',
    'https://a.org/for-now',
    'https://a.org/no-head',
    'https://a.org/closed',
    'https://a.org/loop',
    'https://nowhere.org/a',
    'https://nowhere.org/b',
    'https://cert.org/x',
    'https://own.org/posts/a/',
    '/posts/a/',
    'mailto:a@b.org',
    'http://localhost:8080/',
    'http://192.168.1.1/',
  )
  const found = await checkExternal(site, { network: net, now: 0 })
  assert.deepEqual(
    found.map(({ code, place }) => `${place?.start.line} ${code}`).sort(),
    [
      '10 LK202',
      '13 LK203',
      '14 LK201',
      '15 LK201',
      '16 LK201',
      '17 LK201',
      '21 LK203',
      '22 LK203',
      '8 LK201',
      '9 LK201',
    ]
      .map((each) => {
        const [line, code] = each.split(' ')
        return `${Number(line) + (Number(line) < 10 ? 1 : 1)} ${code}`
      })
      .sort(),
  )
  assert.equal(found.find(({ code }) => code === 'LK202')?.hint, 'https://a.org/fine')
  assert.equal(net.asked.filter((each) => each === 'HEAD https://a.org/fine').length, 3)
  assert.equal(
    net.asked.filter((each) => each.includes('own.org') || each.includes('192.168')).length,
    0,
  )
})

test('robots.txt is asked for first and obeyed', async () => {
  const net = network({
    'https://a.org/robots.txt': { status: 200, text: 'User-agent: *\nDisallow: /private' },
    'https://b.org/robots.txt': { status: 503 },
    'https://a.org/open': ok,
  })
  const site = await siteWith('https://a.org/private/x', 'https://a.org/open', 'https://b.org/x')
  const found = await checkExternal(site, { network: net, now: 0 })
  assert.deepEqual(
    found.map(({ code }) => code),
    ['LK203', 'LK203'],
  )
  assert.ok(!net.asked.some((each) => /private|b\.org\/x/.test(each)))
  assert.equal(net.asked[0], 'GET https://a.org/robots.txt')
})

test('between two questions to one host there is a pause', async () => {
  const waits: number[] = []
  const net = {
    ...network({ 'https://a.org/1': ok, 'https://a.org/2': ok }),
    wait: async (ms: number) => void waits.push(ms),
  }
  await checkExternal(await siteWith('https://a.org/1', 'https://a.org/2'), {
    network: net,
    now: 0,
  })
  assert.deepEqual(waits, [1000, 1000])
})

test('answers are kept: a week for what is there, a day for what is not', async () => {
  const cache = memoryCache()
  const site = await siteWith('https://a.org/fine', 'https://a.org/gone')
  const ask = async (now: number) => {
    const net = network({ 'https://a.org/fine': ok })
    const found = await checkExternal(site, { network: net, cache, now })
    assert.deepEqual(
      found.map(({ code }) => code),
      ['LK201'],
    )
    return net.asked.filter((each) => !each.includes('robots')).length
  }
  assert.equal(await ask(0), 3)
  assert.equal(await ask(day - 1), 0)
  assert.equal(await ask(2 * day), 2)
  assert.equal(await ask(8 * day), 3)
})

test('off line, that is said once, and what is known is still told', async () => {
  const cache = memoryCache()
  const site = await siteWith('https://a.org/gone')
  await checkExternal(site, { network: network({}), cache, now: 0 })
  const dead: Network = { wait: async () => undefined, request: async () => failure('other') }
  const more = await siteWith('https://a.org/gone', 'https://b.org/', 'https://c.org/')
  const found = await checkExternal(more, { network: dead, cache, now: 1 })
  assert.deepEqual(
    found.map(({ code }) => code),
    ['LK204', 'LK201'],
  )
  assert.match(found[0]?.message ?? '', /Not one of 2 addresses/)
})

const robots: Record<
  string,
  readonly [text: string, allowed: readonly string[], refused: readonly string[]]
> = {
  'no rules': ['', ['/'], []],
  'the longest rule counts': [
    'User-agent: *\nDisallow: /a\nAllow: /a/b',
    ['/a/b/c', '/x'],
    ['/a/c'],
  ],
  'of two as long, the one that allows': ['User-agent: *\nDisallow: /a\nAllow: /a', ['/a'], []],
  'a group of our own': [
    'User-agent: *\nDisallow: /\n\nUser-agent: Ibid\nDisallow: /x',
    ['/y'],
    ['/x'],
  ],
  'several names for one group': ['User-agent: b\nUser-agent: ibid\nDisallow: /', [], ['/']],
  'anything in between': [
    'User-agent: *\nDisallow: /*/private$',
    ['/a/private/b'],
    ['/a/private', '/a/b/private'],
  ],
  'an end': ['User-agent: *\nDisallow: /*.pdf$', ['/a.pdf?x'], ['/a.pdf']],
  'an empty rule': ['User-agent: *\nDisallow:', ['/'], []],
  'remarks and odd lines': [
    '# hi\nuser-agent : *  # all\nSitemap: x\nDISALLOW:/a # no',
    ['/b'],
    ['/a'],
  ],
}
for (const [name, [text, allowed, refused]] of Object.entries(robots))
  test(`robots.txt: ${name}`, () => {
    const rules = readRobots(text, 'ibid')
    for (const path of allowed) assert.equal(rules(path), true, path)
    for (const path of refused) assert.equal(rules(path), false, path)
  })

test('no pattern of a robots.txt is slow', () => {
  const rules = readRobots(`User-agent: *\nDisallow: /${'*a'.repeat(2000)}b`, 'ibid')
  assert.equal(rules(`/${'a'.repeat(10_000)}`), true)
})
