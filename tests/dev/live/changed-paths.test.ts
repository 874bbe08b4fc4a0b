import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedPaths } from '../../../src/dev/live/changed-paths.ts'
import { emptyView, nextView, type View } from '../../../src/dev/live/view.ts'
import { outputPath, sourcePath } from '../../../src/model/paths.ts'
import type { OutputFile } from '../../../src/model/site.ts'
import { rendered } from '../../site-from.ts'

const picture: OutputFile = {
  path: outputPath('pic.svg'),
  body: { copy: sourcePath('public/pic.svg') },
  stage: 'asset',
  origin: 'public/pic.svg',
}

test('a picture that is saved while the site cannot be rendered is told of', async () => {
  const site = (await rendered({ 'content/posts/a.md': '# A\n\nWords.\n' })).site
  const before: View = { ...emptyView, site, files: new Map([['pic.svg', picture]]) }
  const broken = { site: undefined, files: new Map(), diagnostics: [], sources: () => undefined }
  const after = nextView(before, {
    ...{ finished: false, configured: false, failed: [], themeFiles: [] },
    ...broken,
  })
  assert.deepEqual(changedPaths(before, after, new Set(['public/pic.svg'])), ['/pic.svg'])
  assert.deepEqual(changedPaths(before, after, new Set(['content/site.yaml'])), [])
})
