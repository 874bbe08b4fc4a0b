import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { emit } from '../../src/build/emit.ts'
import { startPreview } from '../../src/dev/start-preview.ts'
import { nodeOutput } from '../../src/io/node-output.ts'
import { nodeSource } from '../../src/io/node-source.ts'
import { hrefOf, type Site } from '../../src/model/site.ts'
import { outputFolder, packageFolder } from '../site-from.ts'
import { renderSample } from './render-sample.ts'

/** The sample blog, built and served. */
export interface Sample {
  readonly url: string
  /** Path of each page. */
  readonly pages: readonly string[]
  /** Path of an essay with notes. */
  readonly essay: string
  readonly close: () => Promise<void>
}

/** Builds the sample blog into a folder of its own and serves it as `ibid preview` does. */
export async function serveSample(): Promise<Sample> {
  await mkdir(outputFolder, { recursive: true })
  const folder = await mkdtemp(path.join(outputFolder, 'sample-'))
  const rendered = await renderSample()
  const site = rendered.site as Site
  const output = await nodeOutput(folder, path.join(folder, 'dist'))
  await emit(rendered.files, output, nodeSource(packageFolder))
  const { url, close } = await startPreview({ out: path.join(folder, 'dist') })
  const essay = site.posts.find((post) => post.essay.notes.length > 5)
  return {
    url,
    pages: site.routes
      .filter((route) => route.kind !== 'redirect' && route.kind !== 'not-found')
      .map((route) => hrefOf(site, route.path)),
    essay: hrefOf(site, essay?.route ?? site.posts[0]?.route ?? ('/' as never)),
    close: async () => {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
