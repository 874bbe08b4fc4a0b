import { commonSequence } from './common-sequence.ts'

const prefix = 'ibid-pair-'

/**
 * Tells the morphing which elements of the page are which of the fresh one, by giving both the same id for as
 * long as it lasts: blocks that did not change wherever they now stand, and blocks between the same neighbours.
 * Without that, a paragraph put in at the top would turn every paragraph into the one before it.
 *
 * @returns takes the ids away again
 */
export function pairElements(current: Element, fresh: Element): () => void {
  const given: Element[] = []
  const rest: [Element, Element][] = [[current, fresh]]
  for (let pair = rest.pop(); pair; pair = rest.pop()) {
    const { same, alike } = pairChildren([...pair[0].children], [...pair[1].children])
    for (const [old, next] of [...same, ...alike]) {
      if (old.id !== '' || next.id !== '') continue
      old.id = next.id = `${prefix}${given.length}`
      given.push(old, next)
    }
    rest.push(...alike)
  }
  return () => {
    for (const element of given) if (element.id.startsWith(prefix)) element.removeAttribute('id')
  }
}

interface Pairs {
  /** Elements that are equal. */
  readonly same: [Element, Element][]
  /** Elements that are one another's earlier and later form. */
  readonly alike: [Element, Element][]
}

function pairChildren(olds: readonly Element[], news: readonly Element[]): Pairs {
  const kept = commonSequence(olds.map(outerHtml), news.map(outerHtml))
  const pairs: Pairs = { same: [], alike: [] }
  let [i, j] = [0, 0]
  for (const [keptOld, keptNew] of [...kept, [olds.length, news.length] as const]) {
    pairs.alike.push(...pairGap(olds.slice(i, keptOld), news.slice(j, keptNew)))
    const [old, next] = [olds[keptOld], news[keptNew]]
    if (old && next) pairs.same.push([old, next])
    i = keptOld + 1
    j = keptNew + 1
  }
  return pairs
}

/** Between the same neighbours, elements of one kind are taken for one another from the end: new text is mostly put before. */
function pairGap(olds: readonly Element[], news: readonly Element[]): [Element, Element][] {
  const pairs: [Element, Element][] = []
  let last = olds.length - 1
  for (const next of news.toReversed()) {
    const old = olds[last]
    if (!old || !canBecome(old, next)) continue
    pairs.push([old, next])
    last -= 1
  }
  return pairs
}

function canBecome(old: Element, next: Element): boolean {
  return old.localName === next.localName && old.id === next.id
}

function outerHtml(element: Element): string {
  return element.outerHTML
}
