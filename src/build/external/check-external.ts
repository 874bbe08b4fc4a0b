import {
  type ExternalLink,
  externalFindings,
  externalLinks,
  type ProbeResult,
} from '../../check/external-links.ts'
import type { CacheFiles, Network } from '../../io/ports.ts'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { Site } from '../../model/site.ts'
import { keepKnownLinks, readKnownLinks } from './known-links.ts'
import { type Probe, probe } from './probe.ts'
import { type RobotRules, readRobots } from './robots.ts'

/** What asking other sites needs. */
export interface ExternalWorld {
  readonly network: Network
  readonly cache?: CacheFiles | undefined
  readonly now: number
  readonly signal?: AbortSignal | undefined
}

/** Hosts that are asked at the same time. */
const mostHosts = 6
/** Milliseconds between two questions to one host. */
const pause = 1000
/** The name that `robots.txt` may call us by. */
const agent = 'ibid'

/** Asks for every address of another site that the published essays link to. Where there is no network, that is all it says. */
export async function checkExternal(
  site: Site,
  world: ExternalWorld,
): Promise<readonly Diagnostic[]> {
  const links = externalLinks([...site.posts, ...site.pages], site.settings.url)
  const known = readKnownLinks(world.cache, world.now)
  const results = new Map<string, ProbeResult>([...known].map(([url, { result }]) => [url, result]))
  const wanted = links.filter(({ url }) => !results.has(url))
  const probes = await askAll(wanted, world)
  if (wanted.length > 0 && probes.size > 0 && [...probes.values()].every(isUnanswered))
    return [...offline(probes.size), ...links.flatMap((link) => findingsFrom(link, results))]
  for (const [url, { result }] of probes) {
    results.set(url, result)
    known.set(url, { at: world.now, result })
  }
  keepKnownLinks(world.cache, known)
  return links.flatMap((link) => findingsFrom(link, results))
}

function isUnanswered({ answered }: Probe): boolean {
  return !answered
}

function findingsFrom(link: ExternalLink, results: ReadonlyMap<string, ProbeResult>): Diagnostic[] {
  const result = results.get(link.url)
  return result ? externalFindings(link, result) : []
}

function offline(count: number): Diagnostic[] {
  return [
    diagnose('LK204', {
      message: `Not one of ${count} addresses on other sites can be reached, so they were not checked: this machine seems to be off line.`,
      file: '',
      hint: 'Run ibid check --external again when this machine is on line.',
    }),
  ]
}

async function askAll(
  links: readonly ExternalLink[],
  world: ExternalWorld,
): Promise<ReadonlyMap<string, Probe>> {
  const byHost = new Map<string, ExternalLink[]>()
  for (const link of links) {
    const { origin } = new URL(link.url)
    byHost.set(origin, [...(byHost.get(origin) ?? []), link])
  }
  const waiting = [...byHost]
  const probes = new Map<string, Probe>()
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      for (const [url, found] of await askHost(next[0], next[1], world)) probes.set(url, found)
  }
  await Promise.all(Array.from({ length: Math.min(mostHosts, waiting.length) }, work))
  return probes
}

/** One question after another; a host that does not exist is asked once. */
async function askHost(
  origin: string,
  links: readonly ExternalLink[],
  { network, signal }: ExternalWorld,
): Promise<ReadonlyMap<string, Probe>> {
  const probes = new Map<string, Probe>()
  if (isPrivate(new URL(origin).hostname)) {
    for (const { url } of links)
      probes.set(url, unknown('it lies on this machine or in its own network'))
    return probes
  }
  const rules = await robotsOf(origin, network)
  for (const { url } of links) {
    if (signal?.aborted) return probes
    if ('probe' in rules) {
      probes.set(url, rules.probe)
      continue
    }
    const { pathname, search } = new URL(url)
    await network.wait(pause)
    probes.set(
      url,
      rules.allow(pathname + search)
        ? await probe(url, network)
        : unknown('the site’s robots.txt does not let programs ask'),
    )
  }
  return probes
}

/** RFC 9309, 2.3.1: rules that are not there allow everything; rules that cannot be had allow nothing. */
async function robotsOf(
  origin: string,
  network: Network,
): Promise<{ allow: RobotRules } | { probe: Probe }> {
  const answer = await network.request(`${origin}/robots.txt`, 'GET')
  if ('failure' in answer) return { probe: await probe(`${origin}/`, network) }
  if (answer.status >= 500)
    return { probe: unknown(`the site’s robots.txt answers ${answer.status}`) }
  return { allow: answer.status < 300 ? readRobots(answer.text ?? '', agent) : () => true }
}

function unknown(reason: string): Probe {
  return { answered: true, result: { kind: 'unknown', reason } }
}

/** Names and addresses of this machine and of networks of one's own (RFC 1918, 4193, 6761, 6762). */
function isPrivate(host: string): boolean {
  return (
    /^(?:localhost|.*\.(?:localhost|local|internal|invalid|test|example|onion|home\.arpa))$/i.test(
      host,
    ) ||
    /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(host) ||
    /^\[(?:::1?|f[cd]..:.*|fe[89ab].:.*|::ffff:.*)\]$/i.test(host) ||
    (!host.includes('.') && !host.startsWith('['))
  )
}
