import { readSettings } from '../schema/settings.ts'
import { yamlText } from './post-file.ts'

/** The settings of another blog without those that Ibid would refuse, and without what is undefined. */
export function soundSettings(
  settings: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(settings).filter(([key, value]) => value !== undefined && isSound(key, value)),
  )
}

/** Says nothing of other keys, which are missing where each is looked at alone. */
function isSound(key: string, value: unknown): boolean {
  const { settings, diagnostics } = readSettings('content/site.yaml', yamlText({ [key]: value }))
  return (
    settings !== undefined &&
    !diagnostics.some(({ severity, code }) => severity === 'error' || code === 'FM101')
  )
}
