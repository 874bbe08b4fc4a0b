import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Element, ElementContent, Properties, Root } from 'hast'
import { deepestPage, guardPage } from '../../src/hast/guard.ts'

function page(...children: readonly unknown[]): Root {
  return { type: 'root', children: children as ElementContent[] }
}

function el(
  tagName: string,
  properties: Properties = {},
  ...children: readonly unknown[]
): Element {
  return { type: 'element', tagName, properties, children: children as ElementContent[] }
}

const sha = `sha384-${'A'.repeat(64)}`
const text = (value: string) => ({ type: 'text', value })

const safe: Record<string, Element> = {
  'a link': el('a', { href: 'https://e.org/?a=b:c#d:e' }, text('x')),
  'a relative link with a colon in its query': el('a', { href: '?a:b' }),
  mail: el('a', { href: 'MAILTO:a@b' }),
  'a data attribute that begins like a handler': el('p', { dataOnline: 'x' }),
  'a script of the engine’s': el('script', {
    src: '/blog/assets/search.0123abcd.js',
    type: 'module',
    integrity: `sha384-${'A'.repeat(64)}`,
  }),
  'JSON-LD': el('script', { type: 'application/ld+json' }, text('{"a":"\\u003c/script>"}')),
  'a redirect within the site': el('meta', { httpEquiv: ['refresh'], content: '0; url=/a/b/' }),
  'a drawing': el('svg', { viewBox: '0 0 1 1' }, el('linearGradient', { xLinkHref: '#a' })),
  'a list of sizes': el('img', { src: 'a.png', srcSet: 'a.png 1x, b.png 2x', alt: '' }),
  'what is off': el('p', { hidden: false, onclick: undefined } as Properties),
  'a title of a drawing': el('svg', {}, el('title', {}, text('x'))),
  'a link to another site': el('link', { rel: ['canonical'], href: 'https://e.org/' }),
  'a comment': el('p', {}, { type: 'comment', value: ' a - b ' }),
  'white space': el('pre', {}, text('\t\r\n\u00A0\u200B')),
}
for (const [name, element] of Object.entries(safe))
  test(`safe: ${name}`, () => {
    assert.deepEqual(guardPage(page(element)), [])
  })

const unsafe: Record<string, readonly [node: unknown, what: RegExp]> = {
  'raw HTML': [{ type: 'raw', value: '<b>' }, /"raw"/],
  'a comment that ends early': [{ type: 'comment', value: 'a -- b' }, /comment/],
  'a comment that ends at once': [{ type: 'comment', value: '>' }, /comment/],
  'a comment with a control': [{ type: 'comment', value: '\u0001' }, /U\+0001/],
  'a name that is a tag': [el('p><script'), /element named/],
  'an empty name': [el(''), /element named/],
  'an attribute name with a space': [el('p', { 'a b': 'c' }), /attribute named/],
  'an attribute name that ends the tag': [el('p', { 'a>': 'c' }), /attribute named/],
  'a handler': [el('p', { onClick: 'x' }), /onclick/],
  'a handler in capitals': [el('p', { ONLOAD: 'x' }), /onload/],
  'a handler in a drawing': [el('svg', {}, el('g', { onBegin: 'x' })), /onbegin/],
  'a document in an attribute': [el('p', { srcDoc: 'x' }), /srcdoc/],
  'a style attribute': [el('p', { style: 'x' }), /style/],
  'a style element': [el('style', {}, text('p {}')), /<style>/],
  'a script with text': [el('script', {}, text('x')), /<script> with text/],
  'JSON-LD that ends itself': [
    el('script', { type: 'application/ld+json' }, text('"</script>"')),
    /JSON-LD/,
  ],
  'a target': [el('a', { href: 'x', target: '_blank' }), /target/],
  'code in an address': [el('a', { href: ' java\tscript:x' }), /address href/],
  'code in an address of a drawing': [el('a', { xLinkHref: 'javascript:x' }), /xlink:href/],
  'data in a picture': [el('img', { src: 'data:image/svg+xml,x' }), /address src/],
  'an address of a form': [el('button', { formAction: 'javascript:x' }), /formaction/],
  'data in a list of pictures': [el('img', { srcSet: 'a.png 1x, data:x 2x' }), /srcset/],
  'an animated address': [el('animate', { attributeName: 'href', to: 'x' }), /animates/],
  'a base': [el('base', { href: '/' }), /<base>/],
  'a frame': [el('IFRAME', { src: '/x' }), /<iframe>/],
  'an object': [el('object', { data: '/x' }), /<object>/],
  'an embedded file': [el('embed', { src: '/x' }), /<embed>/],
  'a form': [el('form'), /<form>/],
  'a redirect to another site': [
    el('meta', { httpEquiv: ['refresh'], content: '0; url=//e.org/' }),
    /refresh/,
  ],
  'a redirect to code': [
    el('meta', { httpEquiv: ['Refresh'], content: '0;url=javascript:x' }),
    /refresh/,
  ],
  'a redirect after a while': [el('meta', { httpEquiv: ['refresh'], content: '5' }), /refresh/],
  'a cookie': [el('meta', { httpEquiv: ['set-cookie'], content: 'a=b' }), /set-cookie/],
  'a script without its digest': [
    el('script', { src: '/assets/search.0123abcd.js' }),
    /without the digest/,
  ],
  'a script with half a digest': [
    el('script', { src: '/assets/search.0123abcd.js', integrity: 'sha384-AAAA' }),
    /without the digest/,
  ],
  'a script of the author’s': [
    el('script', { src: '/own.js', integrity: `sha384-${'A'.repeat(64)}` }),
    /no file that the engine made/,
  ],
  'a script that a query changes': [
    el('script', { src: '/assets/a.0123abcd.js?b', integrity: `sha384-${'A'.repeat(64)}` }),
    /no file that the engine made/,
  ],
  'a script of another site': [
    el('script', {
      src: '//e.org/assets/a.0123abcd.js',
      integrity: `sha384-${'A'.repeat(64)}`,
    }),
    /loads/,
  ],
  'a style sheet of another site': [
    el('link', { rel: ['stylesheet'], href: 'https://e.org/a.css' }),
    /loads/,
  ],
  'a script of a drawing': [
    el('svg', {}, el('script', { xLinkHref: '/assets/a.0123abcd.js', integrity: sha })),
    /no file that the engine made/,
  ],
  'a script whose address is in capitals': [
    el('script', { SRC: '/own.js', integrity: sha }),
    /no file that the engine made/,
  ],
  'a redirect in capitals': [
    el('META', { 'HTTP-EQUIV': 'refresh', CONTENT: '0;url=javascript:x' }),
    /refresh/,
  ],
  'another encoding': [el('meta', { charSet: 'utf-7' }), /charset/],
  'an icon of another site': [
    el('link', { rel: ['SHORTCUT', 'ICON'], href: '//e.org/i' }),
    /loads/,
  ],
  'pictures of another site for later': [
    el('link', { rel: ['preload'], imageSrcSet: 'a.png 1x, //e.org/b.png 2x' }),
    /loads/,
  ],
  'an address twice': [el('a', { href: 'x', HREF: 'y' }), /two attributes/],
  'text that ends where browsers run scripts': [
    el('noscript', {}, el('p', { title: '</noscript><img src=x onerror=alert(1)>' })),
    /<noscript>/,
  ],
  'a title that an attribute ends': [
    el('title', {}, el('b', { title: '</title><img src=x onerror=alert(1)>' })),
    /<title> with more than text/,
  ],
  'a field that an attribute ends': [
    el('textarea', {}, el('b', { title: '</textarea><img src=x onerror=alert(1)>' })),
    /<textarea> with more than text/,
  ],
  'a report to others': [el('img', { src: 'a.png', attributionSrc: '//e.org' }), /attributionsrc/],
  'a base in a drawing': [el('svg', { xmlBase: 'javascript:x//' }), /xml:base/],
  'an id with a space': [el('p', { id: 'a b' }), /the id "a b"/],
  'half a surrogate pair': [text('a\uD800b'), /U\+D800/],
  'a control character': [text('\u001B'), /U\+001B/],
  'a control character in an attribute': [el('p', { title: 'a\0' }), /U\+0000 in title/],
  'no character': [text('\uFFFE'), /U\+FFFE/],
}
for (const [name, [node, what]] of Object.entries(unsafe))
  test(`unsafe: ${name}`, () => {
    const findings = guardPage(page(el('div', {}, node)))
    assert.equal(findings.length, 1, JSON.stringify(findings))
    assert.match(findings[0]?.what ?? '', what)
  })

test('an id that comes twice is told once for each time too many', () => {
  const findings = guardPage(page(el('p', { id: 'a' }), el('p', { id: 'a' }), el('p', { id: 'A' })))
  assert.deepEqual(
    findings.map((finding) => finding.what),
    ['the id "a" a second time'],
  )
})

test('a finding says where the theme wrote the element, or the one around the text', () => {
  const element: Element = {
    ...el('p', { style: 'x' }, text('\0')),
    data: { source: 'post.tsx:3:5' },
  }
  assert.deepEqual(
    guardPage(page(element)).map((finding) => finding.where),
    ['post.tsx:3:5', 'post.tsx:3:5'],
  )
})

test('a page of any depth is answered', () => {
  let deep = el('b')
  for (let i = 0; i < 20_000; i++) deep = el('b', {}, deep)
  const findings = guardPage(page(deep))
  assert.equal(findings.length, 1)
  assert.match(findings[0]?.what ?? '', new RegExp(`more than ${deepestPage} deep`))
})
