import type { EngineModules } from './engine-modules.ts'

/** What to compile, and where to. Paths are absolute and without links. */
export interface ThemeSource {
  readonly name: string
  /** The module whose default export is the theme. */
  readonly entry: string
  /** Where the compiled theme goes; made if it is not there. */
  readonly outFolder: string
  readonly engine: EngineModules
  /** Goes into the manifest as it is. */
  readonly fingerprint: string
  /** How a source file is named in findings and beside each element: relative to the site's root. */
  readonly nameOf: (file: string) => string
}
