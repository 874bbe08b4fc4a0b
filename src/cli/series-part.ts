import type { SourceFiles } from '../io/ports.ts'
import { readFrontMatter } from '../schema/front-matter.ts'
import { decodeText } from '../syntax/decode.ts'
import { splitFrontMatter } from '../syntax/front-matter.ts'

/** The part that comes after the last one of a series, among all posts of a site, drafts too; 1 for a new series. */
export async function nextPart(files: SourceFiles, id: string): Promise<number> {
  const entries = await files.list('content/posts')
  const posts = entries.filter(({ kind, path }) => kind === 'file' && /\.md$/i.test(path))
  let last = 0
  let count = 0
  for (const { path } of posts) {
    const { text } = decodeText(path, await files.read(path))
    if (text === undefined) continue
    const { front } = readFrontMatter(path, splitFrontMatter(path, text))
    if (front.series?.id !== id) continue
    count++
    last = Math.max(last, front.series.part ?? 0)
  }
  return Math.max(last, count) + 1
}
