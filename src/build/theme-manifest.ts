/** What `manifest.json` beside a compiled theme says. */
export interface ThemeManifest {
  readonly name: string
  /** Digest of everything that the theme was compiled from, and of the engine's version. */
  readonly fingerprint: string
  /** Files in `assets/` to link as style sheets, in order. */
  readonly styles: readonly string[]
  /** Every file in `assets/`, sorted. */
  readonly files: readonly string[]
  /** Sources outside the theme's own folder, with their digests; relative to that folder. */
  readonly others: readonly { readonly path: string; readonly digest: string }[]
  /** Stands for the folder of compiled themes that it was compiled for; absent in the engine's package. */
  readonly home?: string | undefined
}

/** Reads a manifest; nothing where the text is none, e.g. cut short. */
export function parseThemeManifest(text: string): ThemeManifest | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isManifest(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isManifest(value: unknown): value is ThemeManifest {
  if (typeof value !== 'object' || value === null) return false
  const { name, fingerprint, styles, files, others } = value as Record<keyof ThemeManifest, unknown>
  return (
    typeof name === 'string' &&
    typeof fingerprint === 'string' &&
    isNames(styles) &&
    isNames(files) &&
    Array.isArray(others)
  )
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
