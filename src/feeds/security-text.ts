import { outputPathOf, routePath } from '../model/paths.ts'
import type { OutputFile, Site } from '../model/site.ts'

/** Where programs look for it: at the top of the host, whatever the path of the site (RFC 9116, 3). */
const route = routePath('/.well-known/security.txt')

/**
 * `/.well-known/security.txt`: whom to tell of a fault (RFC 9116). Depends on the settings alone, so that its
 * bytes are the same whenever it is made.
 *
 * @returns nothing where the settings name nobody, or no day until when they hold, which the form demands
 */
export function securityText({ settings }: Pick<Site, 'settings'>): readonly OutputFile[] {
  const { contact, expires, policy, encryption, acknowledgments, languages } = settings.security
  if (contact.length === 0 || expires === undefined) return []
  const canonical = new URL(route, settings.url)
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ...contact.map((each) => ['Contact', each] as const),
    ['Expires', expires],
    // Another address than a secure one would be no proof of anything (RFC 9116, 2.5.2).
    ['Canonical', canonical.protocol === 'https:' ? canonical.href : undefined],
    ['Policy', policy],
    ['Encryption', encryption],
    ['Acknowledgments', acknowledgments],
    ['Preferred-Languages', languages.length === 0 ? undefined : languages.join(', ')],
  ]
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}\n`,
  )
  return [
    {
      path: outputPathOf(route),
      body: lines.join(''),
      stage: 'feed',
      origin: 'the settings under security',
    },
  ]
}
