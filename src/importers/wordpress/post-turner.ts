import type { Position } from 'unist'
import type { ImportedItem, ImportProblem } from '../imported.ts'
import { postFile, soundFront } from '../post-file.ts'
import { idOfItem } from './blog-index.ts'
import type { BlogRemarks } from './blog-remarks.ts'
import { type ExportItem, type ExportText, textOfItem } from './export-item.ts'
import { frontOf } from './front-of.ts'
import type { MediaFile } from './media.ts'
import { type AddressBook, relativeAddress } from './settle-addresses.ts'
import { type ContentRemark, turnContent } from './turn-content.ts'

/** Turns posts and pages one by one. */
export interface PostTurner {
  readonly turn: (item: ExportItem, file: string) => ImportedItem[]
  /** The files that the posts so far show or link to. */
  readonly copies: () => ImportedItem[]
}

/** More remarks of one kind of a post than these are not told. */
const mostRemarks = 50

/** @param remarks counts what is told once of the whole blog */
export function postTurner(book: AddressBook, remarks: BlogRemarks): PostTurner {
  const used = new Set<MediaFile>()
  return {
    turn: (item, file) => {
      const post = book.index.posts.get(idOfItem(item, file))
      if (!post) return []
      remarks.count(item)
      const problem = (message: string, hint?: string, place?: Position): ImportProblem => ({
        kind: 'problem',
        file,
        place: place ?? lineOf(item),
        message: `${post.path}: ${message}`,
        hint,
      })
      const content = item.texts.get('content:encoded')
      const turned = turnContent(
        {
          id: post.id,
          path: post.path,
          html: content?.text ?? '',
          footnotes: item.meta.get('footnotes'),
        },
        book,
      )
      for (const media of turned.addresses.files) used.add(media)
      remarks.countAddresses(turned.addresses)
      const image = featured(item, post.path, book, used)
      const { front, refused } = soundFront(frontOf(item, post, book.index, image))
      return [
        {
          kind: post.kind,
          path: post.path,
          text: postFile(front, turned.markdown),
          from: `${file}:${item.line}`,
        },
        ...statusRemarks(item).map(([message, hint]) => problem(message, hint)),
        ...refused.map(({ message, hint }) => problem(message, hint)),
        ...turned.remarks
          .slice(0, mostRemarks)
          .map((remark) => problem(remark.message, remark.hint, placeOf(content, remark))),
        ...[...turned.addresses.lost].slice(0, mostRemarks).map((url) => problem(...lost(url))),
      ]
    },
    copies: () => [...used].map(({ from, path }) => ({ kind: 'copy', from, path })),
  }
}

/** The picture that stands for a post, where it is taken over or lies on the web. */
function featured(
  item: ExportItem,
  from: string,
  { index, media }: AddressBook,
  used: Set<MediaFile>,
): { src: string; alt: string } | undefined {
  const attachment = index.attachments.get(item.meta.get('_thumbnail_id') ?? '')
  if (!attachment) return undefined
  const alt = attachment.alt || attachment.title
  const target = media.find(attachment.url)
  if (alt === '' || target.kind !== 'file') return undefined
  used.add(target.file)
  return { src: relativeAddress(from, target.file.path), alt }
}

function statusRemarks(item: ExportItem): [string, string?][] {
  const status = textOfItem(item, 'wp:status')
  return [
    ...(item.tooLong
      ? ([['A text of this post is longer than 4 million characters, and is not taken over.']] as [
          string,
        ][])
      : []),
    ...(textOfItem(item, 'wp:post_password') === ''
      ? []
      : ([
          [
            'This was behind a password, so it is a draft: what is published is for everybody.',
            'Take out `draft: true` if all may read it.',
          ],
        ] as [string, string][])),
    ...(status === 'private'
      ? ([
          [
            'This was private, so it is a draft.',
            'Take out `draft: true` if all may read it, or delete the file.',
          ],
        ] as [string, string][])
      : []),
  ]
}

function lost(url: string): readonly [string, string] {
  return [
    `A link leads to ${url}, an address of the old blog that is no post, page or file of the export; it stays.`,
    'Link to the file of a post, or take the link out.',
  ]
}

function lineOf({ line }: ExportItem): Position {
  return { start: { line, column: 1 }, end: { line, column: 1 } }
}

/** Where in the export a place of a post's text is. */
function placeOf(content: ExportText | undefined, { offset }: ContentRemark): Position | undefined {
  if (content === undefined || offset === undefined) return undefined
  const before = content.text.slice(0, offset)
  const lines = before.split('\n').length - 1
  const column = lines === 0 ? content.column + offset : offset - before.lastIndexOf('\n')
  const start = { line: content.line + lines, column }
  return { start, end: { line: start.line, column: column + 1 } }
}
