import type { Link, Nodes, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { wordsAfter, wordsBefore } from '../../model/component-words.ts'
import type { AbbreviationNode } from '../../model/components.ts'
import type { Abbreviation, ReferenceKind } from '../../model/settings.ts'

/** What is explained or linked wherever it stands in running text. */
export interface Terms {
  readonly abbreviations: readonly Abbreviation[]
  readonly references: Readonly<Record<ReferenceKind, boolean>>
}

/** Marks the terms in the blocks of one essay, a tree at a time: each short form is first met only once. */
type TermMarker = (blocks: readonly RootContent[]) => RootContent[]

/** In words of these nothing is marked: a link holds no link, and code is code. A copy is for the eye only. */
const closed: ReadonlySet<string> = new Set(['link', 'linkReference'])
/** In words of these short forms are explained, but nothing is linked. */
const unlinked: ReadonlySet<string> = new Set(['heading'])

/**
 * Makes the marker of an essay. It never changes what it is given.
 *
 * @returns nothing where the settings ask for no terms
 */
export function termMarker(terms: Terms): TermMarker | undefined {
  const pattern = termPattern(terms)
  if (!pattern) return undefined
  const job: Marking = {
    pattern,
    expansions: new Map(terms.abbreviations.map(({ short, long }) => [short, long])),
    met: new Set(),
  }
  return (blocks) => {
    const root: Root = { type: 'root', children: [...blocks] }
    return (mark(root, job) as Root).children
  }
}

interface Marking {
  readonly pattern: RegExp
  readonly expansions: ReadonlyMap<string, string>
  /** Short forms that the reader has met. */
  readonly met: Set<string>
}

/** A node on the way: `linked` is false where nothing in it may become a link. */
interface Visit {
  readonly node: Nodes
  readonly linked: boolean
}

/** The fields of components that hold words beside their children. */
const fields = ['title', 'caption', 'attribution'] as const

/** Marks a tree from its leaves up, in copies, so that depth does not matter. Short forms are met in reading order. */
function mark(root: Root, job: Marking): Nodes {
  const order: Visit[] = []
  const stack: Visit[] = [{ node: root, linked: true }]
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    order.push(visit)
    const linked = visit.linked && !unlinked.has(visit.node.type)
    const inner = innerOf(visit.node)
    for (let i = inner.length - 1; i >= 0; i--) stack.push({ node: inner[i] as Nodes, linked })
  }
  const done = new Map<Nodes, readonly Nodes[]>()
  for (const { node, linked } of order)
    if (node.type === 'text') done.set(node, markText(node, linked, job))
  for (const { node } of order.reverse()) {
    if (!('children' in node)) continue
    const changed = { ...node } as unknown as Record<string, readonly Nodes[]>
    for (const name of ['children', ...fields])
      if (Array.isArray(changed[name]))
        changed[name] = changed[name].flatMap((each) => done.get(each) ?? [each])
    done.set(node, [changed as unknown as Nodes])
  }
  return done.get(root)?.[0] ?? root
}

/** What is looked through in a node, in reading order. */
function innerOf(node: Nodes): readonly Nodes[] {
  if (!('children' in node) || closed.has(node.type)) return []
  if (node.type === 'pullQuote' && node.lifted) return []
  return [...wordsBefore(node), ...node.children, ...wordsAfter(node)]
}

function markText(node: Text, linked: boolean, job: Marking): readonly PhrasingContent[] {
  const made: PhrasingContent[] = []
  const rest = (value: string): void => {
    if (value !== '') made.push({ ...node, value })
  }
  let end = 0
  for (const match of node.value.matchAll(job.pattern)) {
    const [found] = match
    const { short, ...kinds } = match.groups ?? {}
    const words: Text = { ...node, value: found }
    const term = short === undefined ? linked && linkTo(kinds, words) : explain(words, job)
    if (!term) continue
    rest(node.value.slice(end, match.index))
    made.push(term)
    end = match.index + found.length
  }
  if (end === 0) return [node]
  rest(node.value.slice(end))
  return made
}

function explain(words: Text, { expansions, met }: Marking): AbbreviationNode | undefined {
  const expansion = expansions.get(words.value)
  if (expansion === undefined) return undefined
  const first = !met.has(words.value)
  met.add(words.value)
  return { type: 'abbreviation', expansion, first, children: [words], ...placeOf(words) }
}

/** Where an identifier is explained, by the name of its kind. */
const addresses: Readonly<Record<ReferenceKind, (id: string) => string>> = {
  cve: (id) => `https://www.cve.org/CVERecord?id=CVE-${id}`,
  cwe: (id) => `https://cwe.mitre.org/data/definitions/${id}.html`,
  rfc: (id) => `https://www.rfc-editor.org/rfc/rfc${id}`,
}

function linkTo(groups: Readonly<Record<string, string>>, words: Text): Link | undefined {
  for (const kind of ['cve', 'cwe', 'rfc'] as const) {
    const id = groups[kind]
    if (id !== undefined)
      return {
        type: 'link',
        url: addresses[kind](id),
        children: [words],
        // Themes keep it on one line.
        data: { hProperties: { className: ['identifier'] } },
        ...placeOf(words),
      }
  }
  return undefined
}

function placeOf({ position }: Text): Pick<Text, 'position'> {
  return position ? { position } : {}
}

/** A letter or digit of a script that parts its words by spaces: `TLS` in `在TLS中` is a word of its own. */
const letter =
  '(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}])[\\p{L}\\p{N}_])'

/** Identifiers: CVE (cve.org, "CVE ID syntax"), CWE, and RFC with a space or none. */
const identifiers: Readonly<Record<ReferenceKind, string>> = {
  cve: `(?<!${letter}|-)CVE-(?<cve>(?:19|20)\\d{2}-\\d{4,19})(?!${letter}|-\\d)`,
  cwe: `(?<!${letter}|-)CWE-(?<cwe>[1-9]\\d{0,4})(?!${letter}|-\\d)`,
  rfc: `(?<!${letter}|-)RFC[ \\u00a0\\u202f]?(?<rfc>[1-9]\\d{0,4})(?!${letter}|-\\d)`,
}

/** Identifiers before short forms, long short forms before short ones. A plural’s s may follow. */
function termPattern({ abbreviations, references }: Terms): RegExp | undefined {
  const kinds = (['cve', 'cwe', 'rfc'] as const).filter((kind) => references[kind])
  const alternatives = kinds.map((kind) => identifiers[kind])
  const short = abbreviations
    .map((each) => each.short)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  if (short.length > 0)
    alternatives.push(`(?<!${letter})(?<short>${short.join('|')})(?=(?:[’']?s)?(?!${letter}))`)
  return alternatives.length === 0 ? undefined : new RegExp(alternatives.join('|'), 'gu')
}
