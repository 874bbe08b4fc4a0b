import { randomInt } from 'node:crypto'

const signs = 'abcdefghijklmnopqrstuvwxyz0123456789'
const length = 12

/** An id for a post: twelve letters and digits, of which no two posts get the same. The first is a letter, so that YAML never takes it for a number. */
export function randomId(): string {
  return Array.from({ length }, (_, i) => signs[randomInt(i === 0 ? 26 : signs.length)]).join('')
}
