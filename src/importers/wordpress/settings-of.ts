import { usualPattern } from '../addresses.ts'
import { soundSettings } from '../sound-settings.ts'
import type { BlogIndex } from './blog-index.ts'
import { plainWords } from './plain-words.ts'

/** What an export says of its blog, by the keys of `content/site.yaml`. */
export function settingsOf(index: BlogIndex): Readonly<Record<string, unknown>> {
  const { channel, base, pattern, writers } = index
  const [only] = writers
  const author = writers.size === 1 && only !== undefined ? channel.authors.get(only) : undefined
  const language = (channel.texts.get('language') ?? '').replace('_', '-')
  return soundSettings({
    title: orNothing(plainWords(channel.texts.get('title') ?? '')),
    url: base,
    description: orNothing(plainWords(channel.texts.get('description') ?? '')),
    lang: orNothing(language),
    authors: author === undefined ? undefined : [plainWords(author)],
    permalink: pattern === usualPattern ? undefined : pattern,
  })
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text
}
