import type { KeyPlace } from '../check/post-names.ts'
import { placeOfKey } from '../schema/front-matter.ts'
import { splitFrontMatter } from '../syntax/front-matter.ts'
import type { Content } from './read-content.ts'

/** Finds where keys of front matter stand; a text is looked at only when a place in it is asked for. */
export function keyPlaces({ essays }: Pick<Content, 'essays'>): KeyPlace {
  const places = new Map<string, ReturnType<typeof splitFrontMatter>>()
  let sources: ReadonlyMap<string, Content['essays'][number]> | undefined
  return (source, key) => {
    sources ??= new Map(essays.map((each) => [each.path, each]))
    const split = places.get(source) ?? splitFrontMatter(source, sources.get(source)?.text ?? '')
    places.set(source, split)
    return placeOfKey(split, key)
  }
}
