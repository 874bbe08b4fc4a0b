import { type Diagnostic, diagnose } from '../model/diagnostic.ts'

/** What tells where a site is published. */
export interface HostSigns {
  /** Address of the home page. */
  readonly url: string
  /** Whether `public/CNAME` exists, which only GitHub Pages and its like read. */
  readonly cname: boolean
  /** Texts of the workflows of the repository. */
  readonly workflows: readonly string[]
}

/** Hosts below which each has a site of his own, and which send the same headers for all. */
const plainHosts = /\.(?:github\.io|gitlab\.io|codeberg\.page|s3-website[.-].*amazonaws\.com)$/

/** Says what is lost on a host that passes over `_headers`, where there is a sign that the site goes to one. */
export function checkHost({ url, cname, workflows }: HostSigns): readonly Diagnostic[] {
  const plain = plainHosts.test(new URL(url).hostname)
  const pages = workflows.some((text) => /\bactions\/deploy-pages@/.test(text))
  if (!plain && !cname && !pages) return []
  return [
    diagnose('FS501', {
      message:
        'This site goes to a host that sends no headers of its own. The content security policy stands in each page; lost are frame-ancestors and X-Frame-Options (others can frame the site), Strict-Transport-Security, X-Content-Type-Options, the Cross-Origin policies, Permissions-Policy, and lasting caching.',
      file: 'content/site.yaml',
      hint: 'Nothing needs to be done; node_modules/ibid/docs/deploy.md says which hosts send them.',
    }),
  ]
}
