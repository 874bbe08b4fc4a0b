const textTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    html: 'text/html',
    css: 'text/css',
    js: 'text/javascript',
    mjs: 'text/javascript',
    txt: 'text/plain',
    md: 'text/markdown',
    csv: 'text/csv',
    ics: 'text/calendar',
    vtt: 'text/vtt',
    json: 'application/json',
    map: 'application/json',
    webmanifest: 'application/manifest+json',
    xml: 'application/xml',
    xsl: 'application/xml',
    svg: 'image/svg+xml',
    asc: 'text/plain',
    pub: 'text/plain',
    sig: 'text/plain',
    minisig: 'text/plain',
  }),
)

const binaryTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    png: 'image/png',
    jpg: 'image/jpeg',
    jpeg: 'image/jpeg',
    gif: 'image/gif',
    webp: 'image/webp',
    avif: 'image/avif',
    jxl: 'image/jxl',
    ico: 'image/x-icon',
    bmp: 'image/bmp',
    woff: 'font/woff',
    woff2: 'font/woff2',
    ttf: 'font/ttf',
    otf: 'font/otf',
    mp3: 'audio/mpeg',
    ogg: 'audio/ogg',
    opus: 'audio/ogg',
    flac: 'audio/flac',
    m4a: 'audio/mp4',
    wav: 'audio/wav',
    mp4: 'video/mp4',
    m4v: 'video/mp4',
    webm: 'video/webm',
    pdf: 'application/pdf',
    epub: 'application/epub+zip',
    zip: 'application/zip',
    gz: 'application/gzip',
    wasm: 'application/wasm',
  }),
)

/**
 * The media type of a file by its name: the feeds by the names that the engine gives them, else by extension.
 * Types of text carry their charset, which is always UTF-8.
 *
 * @param path an output path
 */
export function contentTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const type = feedType(name) ?? textTypes.get(extensionOf(name))
  if (type !== undefined) return `${type}; charset=utf-8`
  if (name === 'SHA256SUMS' || name === 'CNAME' || name === 'LICENSE')
    return 'text/plain; charset=utf-8'
  return binaryTypes.get(extensionOf(name)) ?? 'application/octet-stream'
}

function feedType(name: string): string | undefined {
  if (name === 'feed.json' || /^feed-\d+\.json$/.test(name)) return 'application/feed+json'
  if (name === 'atom.xml' || /^atom-\d+\.xml$/.test(name)) return 'application/atom+xml'
  if (name === 'feed.xml' || /^feed-\d+\.xml$/.test(name) || name.endsWith('.rss'))
    return 'application/rss+xml'
  return name.endsWith('.atom') ? 'application/atom+xml' : undefined
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
}

/** True where a body of this media type grows smaller by compression. */
export function isCompressible(type: string): boolean {
  return (
    type.includes('charset=utf-8') ||
    /^(?:image\/(?:x-icon|bmp)|font\/[to]tf|application\/wasm)/.test(type)
  )
}
