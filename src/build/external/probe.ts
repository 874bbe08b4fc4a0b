import type { ProbeResult } from '../../check/external-links.ts'
import type { Network, NetworkAnswer } from '../../io/ports.ts'

/** Redirects that are followed. */
const mostHops = 8

/** A probe, and whether the network gave any answer at all. */
export interface Probe {
  readonly result: ProbeResult
  readonly answered: boolean
}

/** Asks whether something is at an address: the head alone first, the whole where a server does not do heads. */
export async function probe(url: string, network: Network): Promise<Probe> {
  let here = url
  let permanent = true
  for (let hop = 0; hop <= mostHops; hop++) {
    const answer = await ask(here, network)
    if ('failure' in answer) return failed(answer.failure)
    const { status, location } = answer
    const to =
      location === undefined || !URL.canParse(location, here) ? undefined : new URL(location, here)
    if (status < 300 || status > 399 || !to) return judged(status, here, url, permanent)
    if (!/^https?:$/.test(to.protocol)) return unknown(`it leads to ${to.protocol}`)
    permanent &&= status === 301 || status === 308
    here = to.href
  }
  return {
    result: { kind: 'broken', reason: 'leads from one address to the next without end' },
    answered: true,
  }
}

/** Servers that refuse heads answer with one of many numbers, so that only a good answer to a head counts. */
async function ask(url: string, network: Network): Promise<NetworkAnswer> {
  const head = await network.request(url, 'HEAD')
  if ('failure' in head || head.status < 400 || head.status === 429) return head
  return network.request(url, 'GET')
}

function judged(status: number, here: string, url: string, permanent: boolean): Probe {
  const answered = true
  if (status >= 200 && status < 300) {
    const moved = permanent && withoutFragment(here) !== url
    return { answered, result: moved ? { kind: 'moved', to: here } : { kind: 'fine' } }
  }
  if (status === 404 || status === 410)
    return {
      answered,
      result: {
        kind: 'broken',
        reason: `answers ${status} (${status === 404 ? 'not found' : 'gone'})`,
      },
    }
  if (status === 429) return unknown('the server asks to be left alone for a while (429)')
  return unknown(`the server answers ${status}`)
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '')
}

function unknown(reason: string): Probe {
  return { answered: true, result: { kind: 'unknown', reason } }
}

function failed({
  kind,
  message,
}: {
  kind: 'no-host' | 'certificate' | 'other'
  message: string
}): Probe {
  if (kind === 'certificate')
    return {
      answered: true,
      result: { kind: 'broken', reason: `has no certificate that holds: ${message}` },
    }
  if (kind === 'no-host')
    return {
      answered: false,
      result: { kind: 'broken', reason: 'is on a host that does not exist' },
    }
  return { answered: false, result: { kind: 'unknown', reason: message } }
}
