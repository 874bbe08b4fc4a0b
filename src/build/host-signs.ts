import type { HostSigns } from '../check/host.ts'
import type { SourceFiles } from '../io/ports.ts'
import type { Settings } from '../model/settings.ts'
import type { Content } from './read-content.ts'

/** More than this of a workflow is not read. */
const mostBytes = 64 * 1024

/** Gathers what tells where a site is published. */
export async function hostSigns(
  { url }: Settings,
  { publicPaths }: Pick<Content, 'publicPaths'>,
  source: SourceFiles,
): Promise<HostSigns> {
  const entries = await source.list('.github/workflows')
  const texts = entries
    .filter(({ kind, path }) => kind === 'file' && /\.ya?ml$/.test(path))
    .map(async ({ path }) => new TextDecoder().decode(await source.read(path, mostBytes)))
  return {
    url,
    cname: [...publicPaths].some((path) => path === 'public/CNAME' || path === 'CNAME'),
    workflows: await Promise.all(texts),
  }
}
