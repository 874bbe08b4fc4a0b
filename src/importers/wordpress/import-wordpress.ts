import { uniquePaths } from '../file-name.ts'
import type { Imported, ImportedItem, ImportProblem } from '../imported.ts'
import type { Importer, OldBlog } from '../old-blog.ts'
import { listFiles } from '../old-blog.ts'
import { type BlogIndex, blogIndexer, isTaken } from './blog-index.ts'
import { blogRemarks } from './blog-remarks.ts'
import { type ExportEncoding, encodingOf } from './decode-export.ts'
import type { ExportChannel } from './export-item.ts'
import { mediaFolder } from './media.ts'
import { postTurner } from './post-turner.ts'
import { readExport } from './read-export.ts'
import { settingsOf } from './settings-of.ts'

/** An export file, and how it is written. */
interface ExportFile {
  readonly name: string
  readonly encoding: ExportEncoding
}

/**
 * The export of a WordPress (WXR) as posts, pages, pictures and settings. It is read twice, a piece at a time:
 * once for what links and pictures refer to, once for the posts. No request is made.
 *
 * @param named the export; without it, all files that end in `.xml` right in the folder are its parts
 */
export const importWordPress: Importer = async function* (blog, named): Imported {
  const entries = (await listFiles(blog, '')).files
  const names =
    named === undefined
      ? entries.map(({ path }): string => path).filter((path) => /^[^/]+\.xml$/i.test(path))
      : [named]
  if (names.length === 0) yield noExport
  const { files, index, problems } = await indexed(blog, names)
  yield* problems
  if (files.length === 0) return
  yield { kind: 'settings', settings: settingsOf(index) }
  const media = mediaFolder(entries, index, uniquePaths())
  const remarks = blogRemarks(files[0]?.name ?? '', index, media.there)
  const turner = postTurner({ index, media }, remarks)
  for (const { name, encoding } of files)
    for await (const part of readExport(blog, name, encoding, true))
      if (part.kind === 'item' && isTaken(part.item)) yield* turner.turn(part.item, name)
      else if (part.kind === 'item') remarks.passOver(part.item)
  yield* turner.copies()
  yield* remarks.problems()
}

const noExport: ImportProblem = {
  kind: 'problem',
  file: '.',
  message: 'There is no export of a WordPress in this folder: no file that ends in .xml.',
  hint: 'In WordPress: Tools, Export, All content, Download Export File.',
  unread: true,
}

/** Reads exports for what has to be known of all posts; those of which nothing can be read are left out. */
async function indexed(
  blog: OldBlog,
  names: readonly string[],
): Promise<{ files: ExportFile[]; index: BlogIndex; problems: ImportedItem[] }> {
  const indexer = blogIndexer()
  const files: ExportFile[] = []
  const problems: ImportedItem[] = []
  let channel: ExportChannel = { texts: new Map(), authors: new Map() }
  for (const name of names)
    try {
      const encoding = await encodingOf(blog, name)
      if (encoding.wrongLabel !== undefined) problems.push(wrongLabel(name, encoding))
      let readable = false
      for await (const part of readExport(blog, name, encoding, false)) {
        if (part.kind === 'problem') problems.push(part)
        else readable = true
        if (part.kind === 'item') indexer.add(part.item, name)
        if (part.kind === 'channel') channel = merged(channel, part.channel)
      }
      if (readable) files.push({ name, encoding })
    } catch (error) {
      problems.push(unreadableExport(name, error))
    }
  return { files, index: indexer.index(channel), problems }
}

/** Parts of one export say the same of the blog. */
function merged(first: ExportChannel, next: ExportChannel): ExportChannel {
  return {
    texts: new Map([...next.texts, ...first.texts]),
    authors: new Map([...next.authors, ...first.authors]),
  }
}

function wrongLabel(file: string, { label, wrongLabel: said = '' }: ExportEncoding): ImportProblem {
  return {
    kind: 'problem',
    file,
    message: `The export says that it is written in ${said}, but it is ${label.toUpperCase()}; it was read as that.`,
    hint: 'Look at a few posts with letters beyond a to z.',
  }
}

function unreadableExport(file: string, error: unknown): ImportProblem {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
  return { kind: 'problem', file, message: `The export cannot be read: ${reason}.`, unread: true }
}
