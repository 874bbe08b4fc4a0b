import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import sharp from 'sharp'
import { type MadeFile, pictureSet } from '../../src/build/pictures/picture-set.ts'
import { planPicture } from '../../src/build/pictures/plan-picture.ts'
import { memoryCache } from '../../src/io/memory-cache.ts'
import type { PictureEncoder } from '../../src/io/ports.ts'
import { sharpEncoder } from '../../src/io/sharp-encoder.ts'
import type { OutputPath } from '../../src/model/paths.ts'
import { isUnmade } from '../../src/model/site.ts'
import { codes, type RenderedFiles, rendered } from '../site-from.ts'

const settings = 'title: M\nurl: https://example.org/blog/\ndescription: d\n'
const post = (body: string, more = '') =>
  `---\nid: pictures-1\ntitle: A\nsummary: s\ndate: 2020-01-01\n${more}---\n\n${body}\n`

/** A photograph of noise and colours, so that it has something to compress. */
const photo = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#c86',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  }).blur(4)

const jpeg = await photo(1800, 900)
  .withExif({ IFD0: { Copyright: 'somewhere secret' } })
  .withMetadata({ orientation: 6 })
  .jpeg()
  .toBuffer()
const png = await photo(300, 200).png().toBuffer()

function bodyOf(site: RenderedFiles, path: string): Uint8Array {
  const body = site.files.get(path as OutputPath)?.body ?? assert.fail(path)
  const made = isUnmade(body) ? body.make() : body
  if (!(made instanceof Uint8Array)) assert.fail(`${path} holds no bytes`)
  return made
}

const assets = (site: RenderedFiles) =>
  site.paths().filter((path) => /^assets\/.*\.(?:avif|webp|jpg|png)$/.test(path))

test('a photograph is offered in formats and widths, upright, without its metadata', async () => {
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/a.md': post(
        '![A *lock*](Quiet%20week.JPG "The lock.")',
        'image: { src: lock.jpg, alt: x }\n',
      ),
      'content/posts/Quiet week.JPG': jpeg,
      'content/posts/lock.jpg': jpeg,
    },
    { encoder: sharpEncoder },
  )
  assert.deepEqual(codes(site), [])
  const hash = createHash('sha256').update(jpeg).digest('hex').slice(0, 8)
  const named = (rest: string) => `assets/quiet-week.${hash}-${rest}`
  assert.deepEqual(
    assets(site).filter((path) => !path.includes('lock')),
    ['900.avif', '900.jpg', '900.webp', '640.avif', '640.webp'].map(named).sort(),
  )
  const page = site.text('posts/a/index.html')
  const sizes = 'sizes="(min-width: 46rem) 44rem, 100vw"'
  const srcset = (type: string) =>
    `/blog/${named(`640.${type}`)} 640w, /blog/${named(`900.${type}`)} 900w`
  assert.ok(
    page.includes(
      `<figure><picture><source type="image/avif" srcset="${srcset('avif')}" ${sizes}><source type="image/webp" srcset="${srcset('webp')}" ${sizes}>` +
        `<img src="/blog/${named('900.jpg')}" alt="A lock" width="900" height="1800" loading="lazy" decoding="async"></picture><figcaption>The lock.</figcaption></figure>`,
    ),
    /<figure>.*<\/figure>/s.exec(page)?.[0],
  )
  for (const path of assets(site)) {
    const { width = 0, height = 0, exif, icc } = await sharp(bodyOf(site, path)).metadata()
    assert.equal(Math.round(height / width), 2, path)
    assert.deepEqual([exif, icc], [undefined, undefined], path)
  }
  assert.ok(!site.has('posts/Quiet week.JPG'), 'the original, with its metadata, is not published')
  assert.ok(
    page.includes(
      `<meta property="og:image" content="https://example.org/blog/assets/lock.${hash}-900.jpg">`,
    ),
  )
  const feed = site.text('feed.xml')
  assert.ok(feed.includes(`${named('900.jpg')}"`))
  assert.doesNotMatch(feed, /srcset|<source|\.avif/)
})

test('a small picture has one width, and a format that saves nothing is left out', async () => {
  const tiny = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/a.md': post('![a](a.png) and ![b](b.png)'),
      'content/posts/a.png': png,
      'content/posts/b.png': tiny,
    },
    { encoder: sharpEncoder },
  )
  const page = site.text('posts/a/index.html')
  assert.match(
    page,
    /<picture><source type="image\/avif" srcset="\/blog\/assets\/a\.\w+-300\.avif 300w"/,
  )
  assert.ok(!assets(site).some((path) => /\/b\..*avif$/.test(path)))
})

test('what moves stays as it is, as does a file that is linked; pictures in public/ are made too', async () => {
  const frames = Buffer.concat([Buffer.alloc(300, 10), Buffer.alloc(300, 200)])
  const gif = await sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
    .gif()
    .toBuffer()
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/a.md': post('![a](a.gif) [b](b.png)\n\n![d](/p.png)'),
      'content/posts/a.gif': gif,
      'content/posts/b.png': png,
      'public/p.png': png,
    },
    { encoder: sharpEncoder },
  )
  assert.deepEqual(codes(site), [])
  const page = site.text('posts/a/index.html')
  assert.match(page, /<img src="\/blog\/posts\/a\.gif" alt="a" width="10" height="10"/)
  assert.match(page, /<a href="\/blog\/posts\/b\.png">b<\/a>/)
  assert.match(page, /<source type="image\/avif" srcset="\/blog\/assets\/p\./)
  for (const path of ['posts/a.gif', 'posts/b.png', 'p.png']) assert.ok(site.has(path), path)
})

test('a picture that is cut short is told of and published as it is', async () => {
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/a.md': post('![a](a.jpg)'),
      'content/posts/a.jpg': jpeg.subarray(0, jpeg.length / 2),
    },
    { encoder: sharpEncoder },
  )
  assert.deepEqual(codes(site), ['IM105'])
  assert.ok(site.has('posts/a.jpg'))
  assert.match(
    site.text('posts/a/index.html'),
    /<img src="\/blog\/posts\/a\.jpg" alt="a" width="900" height="1800"/,
  )
})

test('without an encoder pictures keep their names and sizes, and that is said once', async () => {
  const files = {
    'content/site.yaml': settings,
    'content/posts/a.md': post('![a](a.png)'),
    'content/posts/a.png': png,
  }
  const site = await rendered(files, { encoder: async () => undefined })
  assert.deepEqual(codes(site), ['IM106'])
  assert.match(
    site.text('posts/a/index.html'),
    /<img src="\/blog\/posts\/a\.png" alt="a" width="300" height="200"/,
  )
})

test('what was made is kept, by content; what belongs to pictures that are gone is removed', async () => {
  const cache = memoryCache()
  let encoded = 0
  const counting = async (): Promise<PictureEncoder> => ({
    name: 'counting',
    inspect: async () => ({ format: 'png', width: 300, height: 200, frames: 1 }),
    encode: async (bytes, { format, width }) => {
      encoded++
      return new TextEncoder().encode(`${format} ${width} ${bytes.length}`)
    },
  })
  const build = (files: Readonly<Record<string, string | Uint8Array>>) =>
    rendered({ 'content/site.yaml': settings, ...files }, { encoder: counting, cache })
  const one = await build({ 'content/posts/a.md': post('![a](a.png)'), 'content/posts/a.png': png })
  assert.equal(encoded, 3)
  const again = await build({
    'content/posts/a.md': post('![a](a.png) more'),
    'content/posts/a.png': png,
  })
  assert.equal(encoded, 3)
  assert.deepEqual(assets(again), assets(one))
  for (const path of assets(again)) assert.deepEqual(bodyOf(again, path), bodyOf(one, path))
  await build({ 'content/posts/a.md': post('![b](b.png)'), 'content/posts/b.png': jpeg })
  assert.equal(encoded, 6)
  const [first = ''] = assets(one)
  assert.throws(() => bodyOf(again, first), /Build again/)
})

test('the encoder is loaded only where a picture is to be made, and missed only there', async () => {
  const cache = memoryCache()
  let loaded = 0
  const encoder: PictureEncoder = {
    name: 'counting',
    inspect: async () => ({ format: 'png', width: 300, height: 200, frames: 1 }),
    encode: async () => new TextEncoder().encode('made'),
  }
  const build = (files: Readonly<Record<string, string | Uint8Array>>, found = true) =>
    rendered(
      { 'content/site.yaml': settings, ...files },
      {
        encoder: async () => {
          loaded++
          return found ? encoder : undefined
        },
        cache,
        engine: 'engine 1',
      },
    )
  const files = { 'content/posts/a.md': post('![a](a.png)'), 'content/posts/a.png': png }
  const one = await build(files)
  assert.equal(loaded, 1)
  const again = await build({ ...files, 'content/posts/a.md': post('![a](a.png) more') }, false)
  assert.equal(loaded, 1)
  assert.deepEqual(assets(again), assets(one))
  const other = await build({ ...files, 'content/posts/a.png': jpeg }, false)
  assert.equal(loaded, 2)
  assert.deepEqual(codes(other), ['IM106'])
})

test('two posts with pictures of one name and content share what is made of them', async () => {
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/x/a.md': post('![a](p.png)'),
      'content/posts/y/b.md': post('![a](p.png)').replace('pictures-1', 'pictures-2'),
      'content/posts/x/p.png': png,
      'content/posts/y/p.png': png,
    },
    { encoder: sharpEncoder },
  )
  assert.ok(site.finished, codes(site).join())
})

test('a drawing beside a post cannot run anything', async () => {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/a.md': post('![a](a.svg)'),
    'content/posts/a.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" onload="x()"><script>y()</script><g/></svg>',
  })
  assert.deepEqual(codes(site), ['IM107'])
  assert.equal(
    site.text('posts/a.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><g/></svg>\n',
  )
})

test('the plan: no picture is made larger than it is', () => {
  const plan = (width: number, format = 'jpeg', frames = 1) =>
    planPicture({ format, width, height: 100, frames }).map(
      (file) => `${file.format} ${file.width}x${file.height}`,
    )
  assert.deepEqual(plan(100, 'webp'), ['webp 100x100', 'avif 100x100'])
  assert.deepEqual(plan(640), ['jpeg 640x100', 'avif 640x100', 'webp 640x100'])
  assert.deepEqual(plan(799), ['jpeg 799x100', 'avif 799x100', 'webp 799x100'])
  assert.deepEqual(plan(1440, 'png'), [
    'png 1440x100',
    ...['avif', 'webp'].flatMap((format) => [`${format} 640x44`, `${format} 1440x100`]),
  ])
  assert.deepEqual(plan(6000), [
    'jpeg 1280x21',
    ...['avif', 'webp'].flatMap((format) => [
      `${format} 640x11`,
      `${format} 1280x21`,
      `${format} 1920x32`,
    ]),
  ])
  assert.deepEqual(plan(100, 'gif'), [])
  assert.deepEqual(plan(100, 'webp', 2), [])
})

test('a narrow file that is no smaller than a wider one is not offered, nor a format that saves nothing', () => {
  const made = (name: string, width: number, bytes: number): MadeFile => {
    const format = name as MadeFile['format']
    const route = `/assets/a-${width}.${name}` as MadeFile['route']
    return { route, format, width, height: 10, sha256: '', bytes }
  }
  const set = pictureSet([
    made('png', 1440, 15_000),
    made('avif', 640, 9000),
    made('avif', 1440, 9000),
    made('webp', 640, 8000),
    made('webp', 1440, 15_000),
  ])
  assert.deepEqual(
    set?.sources.map(({ type, files }) => [type, ...files.map(({ width }) => width)]),
    [['image/avif', 1440]],
  )
})

test('a picture of raw HTML gets what one of Markdown gets, and its own width counts', async () => {
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/a.md': post(
        '<p><img src="lock.jpg" alt="A lock"> <img src="lock.jpg" alt="" width="200"></p>\n\n<a href="plan.pdf">plan</a> and <img src="d.svg" alt="D">',
      ),
      'content/posts/lock.jpg': jpeg,
      'content/posts/plan.pdf': 'PDF',
      'content/posts/d.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    },
    { encoder: sharpEncoder },
  )
  assert.deepEqual(codes(site), [])
  const page = site.text('posts/a/index.html')
  const [large = '', small = ''] = page.match(/<picture>.*?<\/picture>/g) ?? []
  assert.match(large, /<source type="image\/avif" srcset="[^"]* 640w, [^"]* 900w" sizes="\(min/)
  assert.match(large, /<img [^>]*alt="A lock"[^>]*width="900" height="1800"/)
  assert.match(small, /sizes="200px"/)
  assert.match(small, /<img [^>]*width="200"(?![^>]*height)/)
  assert.match(page, /<img [^>]*src="\/blog\/posts\/d\.svg"/)
  assert.ok(site.has('posts/d.svg') && site.has('posts/plan.pdf'))
  assert.ok(!site.has('posts/lock.jpg'))
})

test('a photograph of sixty megapixels is made like any other, and nothing of it is lost or kept that should not be', async () => {
  const large = await sharp(png)
    .resize(9488, 6324, { fit: 'fill', kernel: 'nearest' })
    .withExif({ IFD0: { Copyright: 'somewhere secret' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 60 })
    .toBuffer()
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/a.md': post('![a](a.jpg)'),
      'content/posts/a.jpg': large,
    },
    { encoder: sharpEncoder },
  )
  assert.deepEqual(codes(site), [])
  const made = assets(site)
  assert.deepEqual([...new Set(made.map((file) => /-(\d+)\./.exec(file)?.[1]))].sort(), [
    '1280',
    '1920',
    '640',
  ])
  for (const file of made) {
    const { width = 0, height = 0, exif } = await sharp(bodyOf(site, file)).metadata()
    assert.ok(Math.abs(height / width - 9488 / 6324) < 0.01, file)
    assert.equal(exif, undefined)
    assert.ok(bodyOf(site, file).length < large.length)
  }
})
