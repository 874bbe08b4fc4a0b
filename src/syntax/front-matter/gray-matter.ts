import matter from 'gray-matter'

/** Languages that gray-matter would run or read by an engine of its own. */
const otherLanguages = [
  'javascript',
  'js',
  'coffee',
  'coffeescript',
  'cson',
  'json',
  'json5',
  'toml',
  'yml',
] as const

/**
 * Hands a block of front matter to gray-matter 4, made safe: every engine but ours throws; the options are
 * a fresh object for each call, without which gray-matter would answer from a cache that forgets errors.
 *
 * @param yaml the text between the fences, without a line that begins with `---`
 * @param read the engine; it gets the same text
 * @returns what gray-matter took for the data: that of `read`, or an empty object where there are only comments
 * @throws what `read` throws
 */
export function throughGrayMatter(yaml: string, read: (yaml: string) => object): object {
  const engines: Record<string, { parse: (input: string) => object }> = {
    yaml: { parse: (block) => read(block.slice(1)) },
  }
  for (const language of otherLanguages) engines[language] = { parse: () => refuse(language) }
  const { data } = matter(`---\n${yaml}\n---\n`, { language: 'yaml', delimiters: '---', engines })
  return data
}

function refuse(language: string): never {
  throw new TypeError(`Front matter in ${language} is never read`)
}
