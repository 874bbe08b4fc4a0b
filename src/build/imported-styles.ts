import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

const importRule = /@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/g

/**
 * The style sheets that others pull in with `@import`, to any depth; the bundler does not tell of them.
 *
 * @param files absolute paths; those that are no style sheets are passed over
 */
export async function importedStyles(files: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  const waiting = files.filter((file) => file.endsWith('.css'))
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const text = await readFile(file, 'utf8').catch(() => '')
    for (const [, path = ''] of text.matchAll(importRule)) {
      const imported = resolve(dirname(file), path)
      if (/^(?:[a-z]+:|\/\/|\/)/i.test(path) || found.has(imported)) continue
      found.add(imported)
      waiting.push(imported)
    }
  }
  return [...found]
}
