import { inBrackets } from '../markdown-words.ts'
import type { Shortcode } from './shortcodes.ts'

/** What shows something of another site, and where that is. */
export function mediaAddress({
  name,
  positional,
  named,
}: Shortcode): { readonly url: string; readonly words: string; readonly what: string } | undefined {
  const value = (key: string, at: number) =>
    encodeURIComponent(named.get(key) ?? positional[at] ?? '')
  const id = value('id', 0)
  if (id === '') return undefined
  const titled = (words: string) => inBrackets(named.get('title') ?? words)
  switch (name) {
    case 'youtube':
      return {
        url: `https://www.youtube.com/watch?v=${id}`,
        words: titled('Video on YouTube'),
        what: 'video',
      }
    case 'vimeo':
      return { url: `https://vimeo.com/${id}`, words: titled('Video on Vimeo'), what: 'video' }
    case 'gist':
      return {
        url: `https://gist.github.com/${id}/${value('', 1)}`,
        words: titled('Code on GitHub'),
        what: 'code',
      }
    case 'instagram':
      return {
        url: `https://www.instagram.com/p/${id}/`,
        words: titled('Picture on Instagram'),
        what: 'picture',
      }
    case 'x':
    case 'tweet':
    case 'twitter': {
      const post = named.get('id') ?? positional.at(-1) ?? ''
      const user = encodeURIComponent(
        named.get('user') ?? (positional.length > 1 ? (positional[0] ?? '') : 'i/web'),
      )
      return {
        url: `https://x.com/${user.replace('%2F', '/')}/status/${encodeURIComponent(post)}`,
        words: titled('Post on X'),
        what: 'post',
      }
    }
    default:
      return undefined
  }
}
