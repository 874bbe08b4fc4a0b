import path from 'node:path'
import { loadTheme } from '../../src/build/load-theme.ts'
import { type RenderedSite, renderSite } from '../../src/build/pipeline.ts'
import type { World } from '../../src/build/world.ts'
import { nodeSource } from '../../src/io/node-source.ts'
import { outputFolder, packageFolder, searchScript } from '../site-from.ts'

/** Renders the sample blog of this repository as a build would, at a fixed time. */
export async function renderSample(): Promise<RenderedSite> {
  return renderSite({ drafts: false, future: false, keepGoing: false, check: true }, sampleWorld())
}

/** The sample blog with its themes, at a fixed time. */
export function sampleWorld(): World {
  return {
    source: nodeSource(packageFolder),
    clock: { now: () => Date.UTC(2026, 10, 1) },
    searchScript,
    loadTheme: (name) =>
      loadTheme({
        root: packageFolder,
        name,
        packageFolder,
        cacheFolder: path.join(outputFolder, 'cache'),
      }),
  }
}
