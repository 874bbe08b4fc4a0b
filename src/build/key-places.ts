import type { Position } from 'unist'
import type { KeyPlace } from '../check/post-names.ts'
import { type OutputPath, outputPathOf } from '../model/paths.ts'
import { placeOfItem, placeOfKey } from '../schema/front-matter.ts'
import { aliasPath } from '../site/aliases.ts'
import { splitFrontMatter } from '../syntax/front-matter.ts'
import type { Content } from './read-content.ts'

/** Finds where keys of front matter stand; a text is looked at only when a place in it is asked for. */
export function keyPlaces(content: Pick<Content, 'essays'>): KeyPlace {
  const split = rememberedSplits(content)
  return (source, key) => placeOfKey(split(source), key)
}

/** Finds what in the front matter asks for an address: the item of `aliases`, else the slug, else the title. */
export function addressPlaces(content: Pick<Content, 'essays'>): AddressPlace {
  const split = rememberedSplits(content)
  return (source, path) => {
    const front = split(source)
    const alias = placeOfItem(front, 'aliases', (item) => outputPathOf(aliasPath(item)) === path)
    return alias ?? placeOfKey(front, 'slug') ?? placeOfKey(front, 'title')
  }
}

/** Where a source asks for an output path. */
export type AddressPlace = (source: string, path: OutputPath) => Position | undefined

function rememberedSplits({ essays }: Pick<Content, 'essays'>) {
  const splits = new Map<string, ReturnType<typeof splitFrontMatter>>()
  let sources: ReadonlyMap<string, Content['essays'][number]> | undefined
  return (source: string): ReturnType<typeof splitFrontMatter> => {
    sources ??= new Map(essays.map((each) => [each.path, each]))
    const split = splits.get(source) ?? splitFrontMatter(source, sources.get(source)?.text ?? '')
    splits.set(source, split)
    return split
  }
}
