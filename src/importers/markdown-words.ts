/** Words as they can stand in the brackets or the title of a link or picture: on one line, with its signs escaped. */
export function inBrackets(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\[\]]/g, '\\$&')
}

/** A title in quotes, with a space before it; nothing where there is none. */
export function quotedTitle(words: string | undefined): string {
  const line = (words ?? '').replace(/\s+/gu, ' ').trim()
  return line === '' ? '' : ` "${line.replace(/["\\]/g, '\\$&')}"`
}

/** Code between fences that are longer than any in it. */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const inner = code.replace(/^[ \t]*\r?\n/, '').trimEnd()
  return `${fence}${language.replace(/[^\w+#.-]/g, '')}\n${inner}\n${fence}`
}

/** The plain words of a caption that may hold Markdown or HTML. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/<[^>]{0,500}>/g, '')
    .replace(/!?\[([^\]]{0,500})\]\([^)]{0,500}\)/g, '$1')
    .replace(/(\*\*|__|\*|_|`)(?=\S)(.{1,500}?)(?<=\S)\1/gu, '$2')
    .replace(/\s+/gu, ' ')
    .trim()
}
