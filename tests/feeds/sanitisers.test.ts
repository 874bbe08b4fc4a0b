import assert from 'node:assert/strict'
import test from 'node:test'
import {
  defaultTreeAdapter as adapter,
  type DefaultTreeAdapterTypes,
  parseFragment,
  serialize,
} from 'parse5'
import { attributes, parsedHtml, words } from './read-feed.ts'
import { contents, feeds } from './rules/sample.ts'

type Element = DefaultTreeAdapterTypes.Element
type Attribute = Element['attrs'][number]

/** What a program that shows feeds does to the HTML of an item before anybody sees it. */
interface Sanitiser {
  readonly keeps: (attribute: Attribute, element: Element) => boolean
  /** Elements that are kept; of all others, what is in them. */
  readonly elements?: ReadonlySet<string>
  /** What relative addresses are held against. */
  readonly base?: string
}

const plainElements = new Set(
  'p a em strong b i ul ol li blockquote pre code img h1 h2 h3 h4 h5 h6 br hr'.split(' '),
)
const feedAddress = 'https://example.org/feed.xml'

const sanitisers: Readonly<Record<string, Sanitiser>> = {
  'no ids': { keeps: ({ name }) => name !== 'id' && name !== 'name' },
  'no classes, roles and styles': {
    keeps: ({ name }) => !/^(?:class|style|role|aria-.*)$/.test(name),
  },
  'elements of simple texts only': { keeps: () => true, elements: plainElements },
  'text, paragraphs and links only': {
    keeps: ({ name }) => name === 'href',
    elements: new Set(['p', 'a']),
  },
  'relative addresses against the feed': { keeps: () => true, base: feedAddress },
  'all of it': {
    keeps: ({ name }) => /^(?:href|src|alt)$/.test(name),
    elements: plainElements,
    base: feedAddress,
  },
}

/** The HTML that is left. */
function sanitised(html: string, { keeps, elements, base }: Sanitiser): string {
  const root = parseFragment(html)
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [root]
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop())
    for (const node of [...parent.childNodes]) {
      if (!('tagName' in node)) continue
      node.attrs = node.attrs
        .filter((attribute) => keeps(attribute, node))
        .map(({ name, value }) =>
          base && /^(?:href|src)$/.test(name)
            ? { name, value: new URL(value, base).href }
            : { name, value },
        )
      waiting.push(node)
      if (!elements || elements.has(node.tagName)) continue
      for (const child of [...node.childNodes]) {
        adapter.detachNode(child)
        adapter.insertBefore(parent, child, node)
      }
      adapter.detachNode(node)
      // What was in it stands in the parent now, and is looked at there.
      waiting.push(parent)
    }
  return serialize(root)
}

/** Where links of an item lead, in order. */
function linksIn(html: string): readonly string[] {
  return parsedHtml(html).elements.flatMap((each) =>
    each.tagName === 'a' ? (attributes(each).href ?? 'nowhere') : [],
  )
}

for (const [name, sanitiser] of Object.entries(sanitisers))
  test(`${name}: every word, and every call leads to its note on the page`, () => {
    let calls = 0
    for (const { item } of contents) {
      const left = sanitised(item.html, sanitiser)
      assert.equal(words(parseFragment(left)), words(parseFragment(item.html)))
      assert.deepEqual(linksIn(left), linksIn(item.html))
      for (const { tagName } of parsedHtml(left).elements)
        assert.ok(sanitiser.elements?.has(tagName) ?? true, tagName)
      calls += linksIn(left).filter((href) => href.startsWith(`${item.link}#fn-`)).length
    }
    assert.equal(calls, Object.keys(feeds).length * callsInSample)
  })

/** Calls of notes in the three posts of the sample, in bodies, titles and notes. */
const callsInSample = contents
  .slice(0, feeds.rss.length)
  .flatMap(({ elements }) => elements.filter((each) => attributes(each).rel === 'footnote')).length

test('a note says its mark itself, wherever its number is lost', () => {
  const [krack] = feeds.rss
  const left = sanitised(
    krack?.html ?? '',
    sanitisers['text, paragraphs and links only'] ?? { keeps: () => true },
  )
  const text = words(parseFragment(left))
  assert.match(text, /\* The first note, with a call3\.\s*Its second paragraph\./)
  assert.match(text, /\*\*\s*code alone/)
})
