import type { Settings } from '../model/settings.ts'

/** Who says the policy: the host in a header, or the page itself for hosts that send no headers. */
export type PolicyDelivery = 'header' | 'page'

/**
 * The content security policy of a page, the same in the header and in the page: nothing but the site's own
 * pictures, style sheets and fonts, and the hosts that the settings allow pictures from. A page cannot say
 * `frame-ancestors`, so that part is in the header alone.
 *
 * Source: W3C Content Security Policy Level 3; Trusted Types.
 *
 * @param script whether the page runs a script of the site, which may then also load the site's own data
 */
export function contentSecurityPolicy(
  settings: Pick<Settings, 'images'>,
  delivery: PolicyDelivery,
  { script = false }: { readonly script?: boolean } = {},
): string {
  // What is no host could smuggle in another directive; the settings' own check names it to the author.
  const hosts = settings.images.remote.filter((host) =>
    /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/i.test(host),
  )
  return [
    "default-src 'none'",
    ...(script ? ["script-src 'self'", "connect-src 'self'"] : []),
    ["img-src 'self'", ...hosts.map((host) => `https://${host}`)].join(' '),
    "style-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(delivery === 'header' ? ["frame-ancestors 'none'"] : []),
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}
