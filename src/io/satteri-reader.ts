import type { Root } from 'mdast'
import type { QuickReader } from '../model/quick-reader.ts'

/** What is used of the package. Its own types would add nodes to everyone's trees. */
interface Satteri {
  readonly markdownToMdast: (text: string, options: object) => Root
}

const name: string = 'satteri'
const options = { features: { frontmatter: false } }

/**
 * A parser in machine code, satteri, which is an optional dependency: undefined where it is not installed or does
 * not run on this machine. In a WebContainer it would fetch itself from the network; it is not asked there.
 */
export async function satteriReader(): Promise<QuickReader | undefined> {
  if (process.versions.webcontainer !== undefined) return undefined
  const satteri: Satteri | undefined = await import(name).catch(() => undefined)
  return satteri && ((text) => satteri.markdownToMdast(text, options))
}
