import { yamlText } from '../../src/importers/post-file.ts'
import { soundSettings } from '../../src/importers/sound-settings.ts'
import { type RenderedFiles, rendered } from '../site-from.ts'
import type { Gathered } from './gather.ts'

/**
 * Builds what an importer brought, as the command would have written it.
 *
 * @param files the other blog
 */
export function buildImported(
  { texts, copies, settings }: Gathered,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<RenderedFiles> {
  return rendered({
    'content/site.yaml': yamlText(soundSettings(settings)),
    ...texts,
    ...Object.fromEntries(Object.entries(copies).map(([path, from]) => [path, files[from] ?? ''])),
  })
}
