import { isEngineFile } from '../engine-files.ts'
import { safePath } from '../file-name.ts'
import type { ImportedItem } from '../imported.ts'
import { listFiles, type OldBlog } from '../old-blog.ts'
import type { HugoSite } from './site.ts'

/** What lies in the static folders, and what is left out of it. */
export async function* staticFiles(blog: OldBlog, site: HugoSite): AsyncGenerator<ImportedItem> {
  const told: string[] = []
  for (const folder of site.staticFolders) {
    const { files, problems } = await listFiles(blog, folder)
    yield* problems
    for (const { path: from } of files) {
      const name = from.slice(folder.length + 1)
      if (isEngineFile(name)) told.push(from)
      else if (!/(?:^|\/)(?:\.DS_Store|Thumbs\.db|\.git[^/]*)$/i.test(name))
        yield { kind: 'copy', from, path: site.unique(safePath('public', name, true)) }
    }
  }
  for (const file of told)
    yield {
      kind: 'problem',
      file,
      message: 'This file is not taken: Ibid writes one of that name itself.',
      hint: 'Look whether it says something that `content/site.yaml` can say.',
    }
  const { files: assets } = await listFiles(blog, 'assets')
  const [first] = assets
  if (first)
    yield {
      kind: 'problem',
      file: first.path,
      message: `assets/ is not taken (files: ${assets.length}): a theme makes files of it.`,
      hint: 'Put pictures that posts show beside the posts, and the rest into public/.',
    }
}
