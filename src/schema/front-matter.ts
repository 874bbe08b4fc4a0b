import { isScalar, isSeq } from 'yaml'
import type { ContentDate } from '../model/content-date.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { FrontMatterSplit } from '../syntax/front-matter.ts'
import { yamlPlaces } from '../syntax/yaml/origin.ts'
import type { ValuesOf } from './field.ts'
import { type PostKeys, postKeys } from './post-keys.ts'
import { readKeys } from './read-keys.ts'
import { beginReading } from './reading.ts'

/** The front matter of one post, checked. */
export interface FrontMatterReading {
  readonly front: FrontMatter
  readonly diagnostics: readonly Diagnostic[]
  /**
   * True where a value that decides whether, when, where or under which name the post is published cannot
   * be read. The post must not be rendered then; `front` has no value for such keys, and `draft` is true.
   */
  readonly fatal: boolean
}

/**
 * Checks what a front matter says. A key whose value is at fault is told of and left out.
 *
 * @param file relative to the site's root
 */
export function readFrontMatter(
  file: string,
  split: Pick<FrontMatterSplit, 'yaml' | 'document'>,
): FrontMatterReading {
  const { yaml, document } = split
  if (!yaml || !document) return { front: frontMatterOf({}, false), diagnostics: [], fatal: false }
  const reading = beginReading(file, yaml.text, yaml)
  const { values, unread } = readKeys(postKeys, document.contents, reading)
  const fatal = [...unread].some((name) => isDecisive(name))
  const order = dateOrder(file, values, (name) => placeOfKey(split, name))
  return {
    front: frontMatterOf(values, fatal),
    diagnostics: [...reading.diagnostics, ...order],
    fatal,
  }
}

function isDecisive(name: keyof PostKeys): boolean {
  const key = postKeys[name]
  return 'decisive' in key && key.decisive
}

/** @param held true where the post must be kept out, whatever the values say */
function frontMatterOf(values: ValuesOf<PostKeys>, held: boolean): FrontMatter {
  return {
    ...values,
    draft: held || (values.draft ?? false),
    updates: values.updates ?? [],
    authors: values.authors ?? [],
    guest: values.guest ?? false,
    tags: values.tags ?? [],
    aliases: values.aliases ?? [],
    discuss: values.discuss ?? [],
    notes: values.notes ?? {},
  }
}

type PlaceOfKey = (name: string) => Diagnostic['place']

/** Where the value of a key stands in the file; nothing where there is no such key. */
export function placeOfKey(split: SplitYaml, name: string): Diagnostic['place'] {
  return placeOfNode(split, split.document?.get(name, true))
}

/**
 * Where an item of a list stands in the file, or the one value that is written instead of a list; nothing
 * where no item is meant.
 *
 * @param isMeant told the text of each item
 */
export function placeOfItem(
  split: SplitYaml,
  name: string,
  isMeant: (item: string) => boolean,
): Diagnostic['place'] {
  const node = split.document?.get(name, true)
  const items = isSeq(node) ? node.items : [node]
  return placeOfNode(
    split,
    items.find((item) => isScalar(item) && isMeant(String(item.value))),
  )
}

type SplitYaml = Pick<FrontMatterSplit, 'yaml' | 'document'>

function placeOfNode({ yaml }: SplitYaml, node: unknown): Diagnostic['place'] {
  const range =
    typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined
  return yaml && Array.isArray(range)
    ? yamlPlaces(yaml.text, yaml)(Number(range[0]), Number(range[1]))
    : undefined
}

/** Dates that cannot both be right. */
function dateOrder(
  file: string,
  { date, updated, publishAt, expires }: ValuesOf<PostKeys>,
  placeOf: PlaceOfKey,
): readonly Diagnostic[] {
  const published = publishAt ?? date
  return [
    ...outOfOrder(file, ['updated', updated], ['date', date], placeOf),
    ...outOfOrder(
      file,
      ['expires', expires],
      [publishAt ? 'publishAt' : 'date', published],
      placeOf,
    ),
  ]
}

type NamedDate = readonly [name: string, date: ContentDate | undefined]

function outOfOrder(
  file: string,
  [laterName, later]: NamedDate,
  [earlierName, earlier]: NamedDate,
  placeOf: PlaceOfKey,
): readonly Diagnostic[] {
  if (!later || !earlier || later.instant >= earlier.instant || later.day === earlier.day) return []
  const message = `\`${laterName}\` (${later.text}) is before \`${earlierName}\` (${earlier.text}).`
  const hint = 'Exchange the two, or correct the year.'
  return [diagnose('FM112', { message, file, place: placeOf(laterName), hint })]
}
