/** What a page served by the dev server needs beyond the site's own policy. */
const needed: Readonly<Record<string, string>> = { 'script-src': "'self'", 'connect-src': "'self'" }
/** Directives that only fit a page without a script: the client parses the pages it fetches. */
const dropped = new Set(['require-trusted-types-for', 'trusted-types', 'upgrade-insecure-requests'])

/**
 * Adapts a site's Content-Security-Policy so that the dev client runs; the rest stays, so that an author sees
 * what the published policy forbids.
 */
export function adaptPolicy(policy: string): string {
  const directives = new Map<string, string>()
  for (const directive of policy.split(/[;,]/)) {
    const [name = '', ...sources] = directive.trim().split(/\s+/)
    const key = name.toLowerCase()
    if (key !== '' && !dropped.has(key) && !directives.has(key))
      directives.set(key, sources.join(' '))
  }
  for (const [name, source] of Object.entries(needed)) {
    const given = directives.get(name) ?? ''
    const kept =
      given === "'none'" ? [] : given.split(' ').filter((word) => word !== '' && word !== source)
    directives.set(name, [source, ...kept].join(' '))
  }
  return [...directives].map(([name, sources]) => `${name} ${sources}`.trim()).join('; ')
}
