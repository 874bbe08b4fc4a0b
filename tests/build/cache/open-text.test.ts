import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Root } from 'hast'
import { answeredText } from '../../../src/build/cache/open-text.ts'
import { compileContext } from '../../../src/build/compile-context.ts'
import { renderAlone, renderEssay } from '../../../src/build/compile-post.ts'
import type { CompileContext } from '../../../src/essay/compile.ts'
import { compileEssay } from '../../../src/essay/compile.ts'
import type { EssayContext, Picture } from '../../../src/hast/context.ts'
import { printFragment } from '../../../src/hast/print.ts'
import { memorySource } from '../../../src/io/memory.ts'
import { sourcePath } from '../../../src/model/paths.ts'

const { context } = await compileContext(memorySource({ 'content/site.yaml': 'title: T\n' }))
const { settings } = context as CompileContext

function essayOf(text: string) {
  const source = { path: sourcePath('content/posts/p.md'), text }
  const { essay } = compileEssay(source, context as CompileContext)
  assert.ok(essay)
  return essay
}

/** What a site may say of addresses: most things that a resolver says, and some that it never should. */
const address = fc.constantFrom(
  ...[
    '/posts/elm/',
    '/blog/posts/%C3%BC/#below',
    'near.html?a=1&b=2',
    './x',
    "/it's/(so)/",
    '/a%2',
  ],
  ...[
    '#here',
    '//else.example/',
    'https://else.example/',
    'javascript:alert(1)',
    '/ü/',
    '/a b/',
    '',
  ],
)
const size = fc.constantFrom({}, { width: 3, height: 2 })
const offers = fc.constantFrom<Pick<Picture, 'sources' | 'sizes'>>(
  {},
  { sources: [{ type: 'image/avif', srcset: '/a.avif 9w' }], sizes: '9px' },
)
const picture = fc.option(
  fc.tuple(address, size, offers).map(([src, ...more]): Picture => Object.assign({ src }, ...more)),
  { nil: undefined },
)
const site = fc.record({
  'elm.md': address,
  '/posts/gone/': address,
  'wood.svg': picture,
  '/img/a b.png': picture,
})

function answering(
  answers: typeof site extends fc.Arbitrary<infer T> ? T : never,
): Pick<EssayContext, 'resolveLink' | 'image'> {
  const known: Readonly<Record<string, unknown>> = answers
  return {
    resolveLink: (url) => (typeof known[url] === 'string' ? known[url] : url),
    image: (url) => (typeof known[url] === 'object' ? (known[url] as Picture) : undefined),
  }
}

const piece = fc.constantFrom(
  ...['Words. ', '*Marked* ', '\n\n', '\n\n## Below\n\n', '- item ', '[^n] ', '> '],
  ...['[elm](elm.md) ', '[elm](elm.md "Title") ', '[**elm**[^n]](elm.md) ', '[here](#below) '],
  ...[
    '[gone](/posts/gone/) ',
    '[ü](ü.md) ',
    '[site](https://a.example/) ',
    '<https://b.example/> ',
  ],
  ...['![wood](wood.svg) ', '![wood](wood.svg "Oak") ', '[![wood](wood.svg)](elm.md) '],
  ...['![none](</img/a b.png>) ', '![other](https://a.example/x.png) ', '![bad](javascript:x) '],
  ...['<a href="elm.md">raw</a> ', '<b>raw</b> ', '<img src="wood.svg" alt="w" width=5> '],
  ...['\n\n:::figure\n![wood](wood.svg)\n\nOf [elm](elm.md)\n:::\n\n', '[x](/.ibid-answer/0) '],
  ...['![x](/.ibid-answer/0) ', '<a href="/.ibid-answer/1">raw</a> ', '<a id="below">x</a> '],
)
const notes = '\n\n[^n]: Note with [elm](elm.md) and ![wood](wood.svg).\n'

function printed({
  text,
  diagnostics,
}: Pick<ReturnType<typeof renderEssay>, 'text' | 'diagnostics'>) {
  const { body, notes, title } = text.trees
  const parts = [body.children, notes ? [notes] : [], title ?? []] as Root['children'][]
  return { parts: parts.map((children) => printFragment({ type: 'root', children })), diagnostics }
}

test('a text that is rendered before its site is known becomes what it is rendered to afterwards', () => {
  let open = 0
  let anew = 0
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), site, (pieces, answers) => {
      const essay = essayOf(`${pieces.join('')}${notes}`)
      const before = renderAlone(essay, settings)
      if (!before) return
      const given = answering(answers)
      const trees = structuredClone(before.text)
      const text = answeredText(before.text, before.questions, given)
      assert.deepEqual(before.text, trees)
      if (!text) {
        anew++
        return
      }
      open++
      const after = renderEssay(essay, settings, given)
      assert.deepEqual(printed({ ...before, text }), printed(after))
      assert.deepEqual(text.trees, after.text.trees)
    }),
    { numRuns: 400 },
  )
  assert.ok(open > 50, `${open} texts were open`)
  assert.ok(anew > 10, `${anew} texts were to be rendered anew`)
})

test('what a site usually says is filled in without rendering anew', () => {
  const essay = essayOf(
    '[elm](elm.md#below), [elm](elm.md) ![wood](wood.svg)\n\nNote[^n].\n\n[^n]: [gone](gone.md)\n',
  )
  const rendered = renderAlone(essay, settings)
  assert.ok(rendered)
  const text = answeredText(rendered.text, rendered.questions, {
    resolveLink: (url) => `/blog/${url.replace('.md', '/')}`,
    image: () => ({ src: '/blog/wood.svg', width: 3, height: 2 }),
  })
  const { parts } = printed({ text: text ?? rendered.text, diagnostics: [] })
  const [body = '', after = ''] = parts
  assert.match(body, /<a href="\/blog\/elm\/#below">elm<\/a>, <a href="\/blog\/elm\/">elm<\/a>/)
  assert.match(body, /<img src="\/blog\/wood.svg" alt="wood" width="3" height="2" loading="lazy"/)
  assert.match(after, /<a href="\/blog\/gone\/">gone<\/a>/)
})
