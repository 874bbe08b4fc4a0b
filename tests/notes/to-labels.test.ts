import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { annotate } from '../../src/essay/annotate.ts'
import { sourcePath } from '../../src/model/paths.ts'
import { parseSettings } from '../../src/schema/settings.ts'
import { parseSharedNotes, type SharedNote, toLabels } from '../../src/semantics/notes/index.ts'
import { packageFolder, rendered } from '../site-from.ts'
import { noteCases, postOf, withCrlf } from './cases.ts'
import { withoutIds } from './essay-page.ts'

const content = path.join(packageFolder, 'content')
const textOf = (file: string): string => readFileSync(path.join(packageFolder, file), 'utf8')
const shared = globSync('notes/*.md', { cwd: content }).map((file) => `content/notes/${file}`)
const essays = globSync('posts/*.md', { cwd: content }).map((file) => `content/posts/${file}`)
const pictures = globSync('posts/**/*.{png,jpg,svg,webp}', { cwd: content })

const sharedNotes = new Map<string, SharedNote>(
  shared.flatMap((file) =>
    parseSharedNotes({ path: sourcePath(file), text: textOf(file) }).notes.map(
      (note) => [note.identifier, note] as const,
    ),
  ),
)
const { settings } = parseSettings(sourcePath('content/site.yaml'), textOf('content/site.yaml'))

/** A post with labels only. */
function relabelled(file: string, text: string): string {
  const source = { path: sourcePath(file), text }
  const read = annotate(source, { settings, sharedNotes })
  assert.ok(read.readable)
  return toLabels(source, read.resolved)
}

/** Cases in which each star is a call that finds its note, or nothing of the kind. */
const whole = noteCases.filter(
  ({ expect }) => !expect.diagnostics.some((code) => /^FN30[1-3]$/.test(code)),
)

/** Where the posts of a text lie before and after. */
const pairs = new Map<string, { before: string; after: string }>()
for (const [index, each] of whole.entries())
  for (const [kind, change] of [
    ['lf', (text: string) => text],
    ['crlf', withCrlf],
  ] as const) {
    const text = change(postOf(each, `labels-${kind}-${index}-case`))
    pairs.set(`${each.name} ${kind}`, { before: text, after: relabelled('content/posts/p.md', text) })
  }
for (const file of essays)
  pairs.set(path.basename(file), { before: textOf(file), after: relabelled(file, textOf(file)) })

const files: Record<string, string | Uint8Array> = { 'content/site.yaml': textOf('content/site.yaml') }
for (const file of shared) files[file] = textOf(file)
for (const file of pictures)
  files[`content/${file}`] = readFileSync(path.join(content, file))
for (const [index, { before, after }] of [...pairs.values()].entries()) {
  files[`content/posts/before-${index}.md`] = before.replace(/^(id|slug|series|aliases):.*$\n?/gm, '')
  files[`content/posts/after-${index}.md`] = after.replace(/^(id|slug|series|aliases):.*$\n?/gm, '')
}
const site = await rendered(files, { keepGoing: true })
const pageOf = (slug: string): string => site.text(`posts/${slug}/index.html`)

describe('a post that is rewritten with labels', () => {
  for (const [index, [name, { before, after }]] of [...pairs].entries())
    it(`shows the same page: ${name}`, () => {
      assert.equal(withoutIds(pageOf(`after-${index}`)), withoutIds(pageOf(`before-${index}`)))
      const meta = (slug: string) => /name="description" content="([^"]*)"/.exec(pageOf(slug))?.[1]
      assert.equal(meta(`after-${index}`), meta(`before-${index}`))
      assert.equal(relabelled('content/posts/p.md', after), after, 'a second time changes nothing')
      if (before.includes('\r\n')) assert.doesNotMatch(after, /[^\r]\n/)
    })

  it('has no star and no inline note left', () => {
    for (const [name, { after }] of pairs) {
      const read = annotate(
        { path: sourcePath('content/posts/p.md'), text: after },
        { settings, sharedNotes },
      )
      assert.ok(read.readable)
      const kinds = new Set(read.resolved.notes.map((note) => note.kind))
      assert.ok(!kinds.has('star') && !kinds.has('inline'), name)
    }
  })
})
