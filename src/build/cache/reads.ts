/** Parts of a site that a page may look at; each is a bit. */
export const siteParts = {
  posts: 1,
  pages: 2,
  tags: 4,
  series: 8,
  routes: 16,
  authors: 32,
} as const

/** Parts of an essay, or of its place in the site, that a page may look at; each is a bit. */
export const essayParts = {
  /** Title, address, date, front matter: see `Facets`. */
  card: 1,
  summary: 2,
  /** Minutes of reading, which change far more seldom than the words they are counted from. */
  minutes: 4,
  words: 8,
  /** The posts that it leads to: older, newer, related, in other languages. */
  neighbours: 16,
  /** Anything else. */
  whole: 32,
} as const

/** What a page looked at while it was drawn, beyond what is its own. */
export interface Reads {
  /** Bits of `siteParts`. */
  readonly site: number
  /** Tags and series whose posts were looked at, by address. */
  readonly lists: readonly string[]
  /** Bits of `essayParts`, with the sources of all essays of which these parts were looked at. */
  readonly essays: readonly (readonly [bits: number, sources: readonly string[]])[]
}

/** Notes what a page looks at. */
export interface Reader {
  readonly site: (part: number) => void
  readonly list: (route: string) => void
  readonly essay: (source: string, part: number) => void
}

/** Passes on what is looked at to the page that is being drawn; what nobody draws is not noted. */
export function createReader(): {
  readonly reader: Reader
  /** Runs a piece of work and tells what it looked at. */
  readonly watch: <T>(work: () => T) => { readonly value: T; readonly reads: Reads }
} {
  let page: { site: number; lists: Set<string>; essays: Map<string, number> } | undefined
  return {
    reader: {
      site: (part) => {
        if (page) page.site |= part
      },
      list: (route) => {
        page?.lists.add(route)
      },
      essay: (source, part) => {
        page?.essays.set(source, (page.essays.get(source) ?? 0) | part)
      },
    },
    watch: (work) => {
      const mine = { site: 0, lists: new Set<string>(), essays: new Map<string, number>() }
      page = mine
      try {
        const value = work()
        return { value, reads: { ...mine, lists: [...mine.lists], essays: grouped(mine.essays) } }
      } finally {
        page = undefined
      }
    },
  }
}

function grouped(essays: ReadonlyMap<string, number>): Reads['essays'] {
  const groups = new Map<number, string[]>()
  for (const [source, bits] of essays) {
    const group = groups.get(bits)
    if (group) group.push(source)
    else groups.set(bits, [source])
  }
  return [...groups]
}
