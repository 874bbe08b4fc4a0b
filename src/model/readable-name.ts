/** A name as words: `the-spare_key` → `The spare key`. */
export function readableName(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
