import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { compileContext } from '../../src/build/compile-context.ts'
import { annotate, type CompileContext } from '../../src/essay/annotate.ts'
import { memorySource } from '../../src/io/memory.ts'
import { sourcePath } from '../../src/model/paths.ts'
import { toLabels } from '../../src/semantics/notes/index.ts'
import { packageFolder, rendered } from '../site-from.ts'
import { noteCases, postOf, withCrlf } from './cases.ts'
import { withoutIds } from './essay-page.ts'

const content = path.join(packageFolder, 'content')
const textOf = (file: string): string => readFileSync(path.join(packageFolder, file), 'utf8')
const shared = globSync('notes/*.md', { cwd: content }).map((file) => `content/${file}`)
const essays = globSync('posts/*.md', { cwd: content }).map((file) => `content/${file}`)
const pictures = globSync('posts/**/*.{png,jpg,svg,webp}', { cwd: content })

const files: Record<string, string | Uint8Array> = {
  'content/site.yaml': textOf('content/site.yaml'),
}
for (const file of shared) files[file] = textOf(file)
for (const file of pictures) files[`content/${file}`] = readFileSync(path.join(content, file))
const { context } = await compileContext(memorySource(files))
assert.ok(context)

/** A post with labels only. */
function relabelled(file: string, text: string): string {
  const source = { path: sourcePath(file), text }
  const read = annotate(source, context as CompileContext)
  assert.ok(read.readable)
  return toLabels(source, read.resolved)
}

/** Cases in which each star is a call that finds its note, or nothing of the kind. */
const whole = noteCases.filter(
  ({ expect }) => !expect.diagnostics.some((code) => /^FN30[1-3]$/.test(code)),
)

/** The posts as they are, by path: the cases, with both kinds of line ends, and the sample essays. */
const posts = new Map<string, string>()
for (const [index, each] of whole.entries()) {
  const text = postOf(each, `labels-case-${index}`)
  posts.set(`content/posts/lf-${each.name}.md`, text)
  const twin = withCrlf(postOf(each, `labels-twin-${index}`))
  posts.set(`content/posts/crlf-${each.name}.md`, twin)
}
// Where marks are the author's own, stars are seen on the page, so these are counted.
for (const file of essays) posts.set(file, textOf(file).replace('marks: authored', 'marks: number'))

const siteOf = (change: (file: string, text: string) => string) =>
  rendered(
    {
      ...files,
      ...Object.fromEntries([...posts].map(([file, text]) => [file, change(file, text)])),
    },
    { keepGoing: true, drafts: true, future: true },
  )
const before = await siteOf((_, text) => text)
const after = await siteOf(relabelled)

function pageOf(file: string): string {
  const post = before.site?.posts.find(({ essay }) => essay.source === file)
  assert.ok(post, `${file} is published`)
  return `${post.route.slice(1)}index.html`
}

describe('a post that is rewritten with labels', () => {
  for (const [file, text] of posts)
    it(`shows the same page: ${path.basename(file)}`, () => {
      const page = pageOf(file)
      assert.equal(withoutIds(after.text(page)), withoutIds(before.text(page)))
      const summary = (html: string) => /name="description" content="([^"]*)"/.exec(html)?.[1]
      assert.equal(summary(after.text(page)), summary(before.text(page)))
      const better = relabelled(file, text)
      assert.equal(relabelled(file, better), better, 'a second time changes nothing')
      if (text.includes('\r\n')) assert.doesNotMatch(better, /[^\r]\n/)
      const read = annotate({ path: sourcePath(file), text: better }, context as CompileContext)
      assert.ok(read.readable)
      const kinds = new Set(read.resolved.notes.map((note) => note.kind))
      assert.ok(!kinds.has('star') && !kinds.has('inline'), 'only labels are left')
    })
})
