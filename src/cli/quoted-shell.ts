/** A word as a POSIX shell takes it, whatever is in it. */
export function quotedShell(word: string): string {
  return /^[\w./-]+$/.test(word) && !word.startsWith('-')
    ? word
    : `'${word.replaceAll("'", "'\\''")}'`
}
