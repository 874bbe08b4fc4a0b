import type { ImportedItem, ImportProblem } from '../../src/importers/imported.ts'
import type { Importer } from '../../src/importers/old-blog.ts'
import { memorySource } from '../../src/io/memory.ts'

/** What an importer brought, by where it is to stand. */
export interface Gathered {
  readonly texts: Readonly<Record<string, string>>
  readonly copies: Readonly<Record<string, string>>
  readonly problems: readonly ImportProblem[]
  readonly settings: Readonly<Record<string, unknown>>
}

type Files = Parameters<typeof memorySource>[0]

/** Runs an importer over a blog in memory. */
export async function gather(
  importer: Importer,
  files: Files,
  facts?: Parameters<typeof memorySource>[1],
): Promise<Gathered> {
  const items: ImportedItem[] = []
  for await (const item of importer(memorySource(files, facts))) items.push(item)
  const of = <K extends ImportedItem['kind']>(kind: K) =>
    items.filter((item): item is Extract<ImportedItem, { kind: K }> => item.kind === kind)
  return {
    texts: Object.fromEntries([...of('post'), ...of('page')].map(({ path, text }) => [path, text])),
    copies: Object.fromEntries(of('copy').map(({ path, from }) => [path, from])),
    problems: of('problem'),
    settings: Object.assign({}, ...of('settings').map(({ settings }) => settings)),
  }
}
