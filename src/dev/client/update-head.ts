/** A style sheet that does not come in this time is not waited for; milliseconds. */
const longestLoad = 2_000

/** Brings `<html>` and `<head>` up to date; style sheets are swapped once the new ones are there. */
export async function updateHead(page: Document, fresh: Document): Promise<void> {
  updateAttributes(page.documentElement, fresh.documentElement)
  page.title = fresh.title
  replaceRest(page, fresh)
  await swapStyles(page, fresh)
}

function updateAttributes(element: Element, fresh: Element): void {
  for (const name of ['lang', 'dir', 'class']) {
    const value = fresh.getAttribute(name)
    if (value === null) element.removeAttribute(name)
    else if (value !== element.getAttribute(name)) element.setAttribute(name, value)
  }
}

/** Metadata: what is gone is taken away, what is new is put in, what is the same stays. */
function replaceRest(page: Document, fresh: Document): void {
  const kept = new Map(metadata(fresh).map((element) => [element.outerHTML, element]))
  for (const element of metadata(page)) if (!kept.delete(element.outerHTML)) element.remove()
  for (const element of kept.values()) page.head.append(page.importNode(element, true))
}

function metadata(page: Document): Element[] {
  return [...page.head.children].filter(
    (element) =>
      element.localName !== 'title' &&
      element.localName !== 'script' &&
      !element.matches('link[rel~="stylesheet"], meta[http-equiv]'),
  )
}

async function swapStyles(page: Document, fresh: Document): Promise<void> {
  const old = new Map(styles(page).map((link) => [plainAddress(link), link]))
  const loading: Promise<void>[] = []
  let previous: Element | undefined
  for (const link of styles(fresh)) {
    const known = old.get(plainAddress(link))
    old.delete(plainAddress(link))
    const current = known ?? page.importNode(link, true)
    if (!known) {
      loading.push(loaded(current))
      if (previous) previous.after(current)
      else (styles(page)[0] ?? lastOf(page.head))?.before(current)
    }
    previous = current
  }
  await Promise.all(loading)
  for (const link of old.values()) link.remove()
}

function lastOf(head: HTMLHeadElement): Element {
  return head.lastElementChild ?? head.appendChild(head.ownerDocument.createElement('meta'))
}

function styles(page: Document): HTMLLinkElement[] {
  return [...page.head.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]')]
}

/** A style sheet's address without the mark that made the browser fetch it again. */
function plainAddress(link: HTMLLinkElement): string {
  return link.href.replace(/[?&]ibid=\d+$/, '')
}

function loaded(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => resolve()
    link.addEventListener('load', done)
    link.addEventListener('error', done)
    setTimeout(done, longestLoad)
  })
}
