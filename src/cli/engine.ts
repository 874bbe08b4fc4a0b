import type { BuildOptions, BuildResult, BuildWorld } from '../build/run-build.ts'
import type { DevOptions } from '../dev/start-dev.ts'
import type { PreviewOptions, RunningServer } from '../dev/start-preview.ts'

/** What the commands call. Each part is loaded when it is first needed, so that `--help` is quick. */
export interface Engine {
  readonly runBuild: (options: BuildOptions, world: BuildWorld) => Promise<BuildResult>
  readonly startDev: (options: DevOptions) => Promise<RunningServer>
  readonly startPreview: (options: PreviewOptions) => Promise<RunningServer>
}

export const ownEngine: Engine = {
  runBuild: async (options, world) =>
    (await import('../build/run-build.ts')).runBuild(options, world),
  startDev: async (options) => (await import('../dev/start-dev.ts')).startDev(options),
  startPreview: async (options) => (await import('../dev/start-preview.ts')).startPreview(options),
}
