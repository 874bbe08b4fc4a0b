const letters = 'abcdefghjkmnpqrstuvwxyz'
const digits = '23456789'

/**
 * The short key of a post in the ids of its notes: letters and digits in turn (`k7q2m4`), so that it can
 * never spell a word that a feed reader's script looks for.
 *
 * @param identity the post's stored id, else its source path; never its slug
 */
export function noteKey(identity: string): string {
  let hash = fnv1a(identity)
  let key = ''
  for (let i = 0; i < 6; i++) {
    const alphabet = i % 2 === 0 ? letters : digits
    key += alphabet[hash % alphabet.length]
    hash = Math.floor(hash / alphabet.length)
  }
  return key
}

/** 32-bit FNV-1a over UTF-16 code units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
