import type { Update } from '../live/protocol.ts'

/** Fetches pictures and style sheets again whose bytes changed while their address did not. */
export function refreshAssets(page: Document, update: Update): void {
  const changed = new Set(update.changed)
  const isChanged = (address: string): boolean => {
    const url = new URL(address, page.baseURI)
    return url.origin === location.origin && changed.has(decodeURIComponent(url.pathname))
  }
  for (const image of page.querySelectorAll<HTMLImageElement>('img[src]'))
    if (isChanged(image.src)) image.src = marked(image.src, update.version)
  for (const link of page.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]'))
    if (isChanged(link.href)) replaceSheet(link, marked(link.href, update.version))
}

/** The old sheet stays until the new one is there, so that nothing is shown bare. */
function replaceSheet(link: HTMLLinkElement, href: string): void {
  const next = link.cloneNode() as HTMLLinkElement
  next.href = href
  next.addEventListener('load', () => link.remove())
  next.addEventListener('error', () => link.remove())
  link.after(next)
}

function marked(address: string, version: number): string {
  const url = new URL(address)
  url.searchParams.set('ibid', String(version))
  return url.href
}
