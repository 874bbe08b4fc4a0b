import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Layouts, Theme } from '../theme/contract.ts'

/** Every page that a theme must be able to draw. */
const layoutNames: readonly (keyof Layouts)[] = [
  'home',
  'post',
  'page',
  'tags',
  'tag',
  'series',
  'archive',
  'notFound',
  'redirect',
]

/**
 * Makes sure that a module's default export is a theme.
 *
 * @returns the theme, or what it lacks
 */
export function checkTheme(exported: unknown, name: string): Theme | Diagnostic {
  const file = `themes/${name}`
  if (!isRecord(exported) || !isRecord(exported.layouts))
    return diagnose('TH105', {
      message: `The default export of the theme “${name}” is no theme.`,
      file,
      hint: 'End theme.ts with “export default defineTheme({ name, layouts })”.',
    })
  const { layouts } = exported
  const wanted = layouts.feeds === undefined ? layoutNames : [...layoutNames, 'feeds']
  const missing = wanted.filter((layout) => typeof layouts[layout] !== 'function')
  if (missing.length > 0)
    return diagnose('TH105', {
      message: `The theme “${name}” lacks the layout${missing.length > 1 ? 's' : ''} ${missing.join(', ')}.`,
      file,
      hint: 'Write them, or take them from a built-in theme with extendTheme(plain, { … }).',
    })
  return { ...(exported as unknown as Theme), name }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
