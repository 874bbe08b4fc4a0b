import type { BuildOptions, BuildResult } from '../../src/build/run-build.ts'
import type { Engine } from '../../src/cli/engine.ts'
import { run, type Surroundings } from '../../src/cli/main.ts'
import type { DevOptions } from '../../src/dev/start-dev.ts'
import type { PreviewOptions } from '../../src/dev/start-preview.ts'

/** What a call printed and how it ended. */
export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in this process. */
export async function callIbid(
  argv: readonly string[],
  {
    env = {},
    terminal = false,
    ...surroundings
  }: Surroundings & { env?: Record<string, string>; terminal?: boolean } = {},
): Promise<Outcome> {
  const printed = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({
    isTTY: terminal,
    write: (text: string) => {
      printed[name] += text
    },
  })
  const code = await run(
    argv,
    env,
    { out: stream('out'), err: stream('err') },
    { engine: fakeEngine().engine, ...surroundings },
  )
  return { code, ...printed }
}

export const cleanResult: BuildResult = {
  ok: true,
  finished: true,
  configurationError: false,
  posts: 2,
  pages: 1,
  written: 7,
  kept: 3,
  removed: 1,
  durationMs: 420,
  diagnostics: [],
  sources: () => undefined,
}

/** An engine that does nothing but to note how it was called. */
export function fakeEngine(...results: readonly Partial<BuildResult>[]): {
  engine: Engine
  builds: BuildOptions[]
  devs: DevOptions[]
  previews: PreviewOptions[]
} {
  const builds: BuildOptions[] = []
  const devs: DevOptions[] = []
  const previews: PreviewOptions[] = []
  const server = async () => ({ url: 'http://127.0.0.1:4000/', close: async () => undefined })
  return {
    builds,
    devs,
    previews,
    engine: {
      runBuild: async (options) => {
        builds.push(options)
        return { ...cleanResult, ...(results[builds.length - 1] ?? results.at(-1)) }
      },
      startDev: async (options) => {
        devs.push(options)
        return server()
      },
      startPreview: async (options) => {
        previews.push(options)
        return server()
      },
    },
  }
}
