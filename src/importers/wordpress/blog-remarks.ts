import type { ImportProblem } from '../imported.ts'
import type { BlogIndex } from './blog-index.ts'
import { type ExportItem, textOfItem } from './export-item.ts'
import type { AddressFindings } from './settle-addresses.ts'

/** What is told once of a whole blog, with numbers. */
export interface BlogRemarks {
  /** Counts what belongs to a post that is taken over. */
  readonly count: (item: ExportItem) => void
  /** Counts what an item that is not taken over had. */
  readonly passOver: (item: ExportItem) => void
  readonly countAddresses: (found: AddressFindings) => void
  readonly problems: () => ImportProblem[]
}

/** More names than these are not listed. */
const mostListed = 10

/** @param file the export, which remarks name @param uploads whether there is a folder of uploads beside it */
export function blogRemarks(file: string, index: BlogIndex, uploads: boolean): BlogRemarks {
  const counts = { comments: 0, sticky: 0, withoutAlt: 0 }
  const absent = new Set<string>()
  return {
    count: (item) => {
      counts.comments += item.comments
      if (textOfItem(item, 'wp:is_sticky') === '1') counts.sticky++
    },
    passOver: (item) => {
      counts.comments += item.comments
    },
    countAddresses: (found) => {
      counts.withoutAlt += found.withoutAlt
      for (const name of found.absent) absent.add(name)
    },
    problems: () => {
      const told: (readonly [string, string?])[] = [
        ...[...index.passedOver].map(([kind, count]) => passedOver(kind, count)),
        ...(counts.comments > 0 ? [comments(counts.comments)] : []),
        ...(counts.sticky > 0 ? [sticky(counts.sticky)] : []),
        ...(counts.withoutAlt > 0 ? [withoutAlt(counts.withoutAlt)] : []),
        ...(absent.size > 0 ? [absentFiles([...absent], uploads)] : []),
        ...(index.posts.size > 0 ? [feedMoved] : []),
      ]
      return told.map(([message, hint]) => ({ kind: 'problem', file, message, hint }))
    },
  }
}

const feedMoved: readonly [string, string] = [
  'Subscribers ask for /feed/, where WordPress has its feed; that of Ibid is /feed.xml.',
  'Have your host lead /feed/ to /feed.xml; the posts keep their ids, so none is shown twice.',
]

function passedOver(kind: string, count: number): readonly [string, string] {
  return [
    `${count} ${count === 1 ? 'item' : 'items'} of the kind “${kind}” ${count === 1 ? 'was' : 'were'} not taken over.`,
    'Only posts and pages are; write what you need of the others as pages.',
  ]
}

function comments(count: number): readonly [string, string] {
  return [
    `${count === 1 ? 'One comment was' : `${count} comments were`} not taken over: Ibid has no place for comments.`,
    'Keep the export, or link to an archive of them with `discuss:` in the posts.',
  ]
}

function sticky(count: number): readonly [string, string] {
  return [
    `${count === 1 ? 'One post was' : `${count} posts were`} pinned to the top of the home page; here the newest stands first.`,
    'Name such posts in `nav` of content/site.yaml.',
  ]
}

function withoutAlt(count: number): readonly [string, string] {
  return [
    `${count === 1 ? 'One picture has' : `${count} pictures have`} no words for those who do not see ${count === 1 ? 'it' : 'them'}.`,
    'Write them between the brackets of ![…](…); `ibid check` lists the places.',
  ]
}

function absentFiles(names: readonly string[], uploads: boolean): readonly [string, string] {
  const list = names.slice(0, mostListed).join(', ')
  const more = names.length > mostListed ? ` and ${names.length - mostListed} more` : ''
  const files = names.length === 1 ? 'One file' : `${names.length} files`
  return uploads
    ? [
        `${files} that posts show or link to ${names.length === 1 ? 'is' : 'are'} not among the uploads beside the export, and the address stays: ${list}${more}.`,
        'Put the files into wp-content/uploads/ beside the export, and import into an empty site again.',
      ]
    : [
        `${files} that posts show or link to stayed where ${names.length === 1 ? 'it is' : 'they are'}, on the old site: ${list}${more}.`,
        'An export holds no files. Copy wp-content/uploads/ from your host beside the export (keep both folder names), and import into an empty site again.',
      ]
}
