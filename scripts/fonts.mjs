// Makes the fonts of the themes anew: takes Source Serif and Source Sans from the registry, keeps the characters and
// features that the themes use, and writes themes/<name>/fonts/. Run it by hand (node scripts/fonts.mjs) when a
// character is wanted or a font has a new version, and commit what it wrote. Builds never run it.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import subsetFont from 'subset-font'
import { renamed } from './font-names.mjs'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '..')

const serif = { name: 'source-serif', version: '4.5.1' }
const sans = { name: 'source-sans', version: '3.52.0' }

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join('')

/** Latin as Europe and the Americas write it, and the punctuation of essays. */
const latin = [
  range(0x20, 0x7e),
  range(0xa0, 0x17f),
  'ȘșȚțẞ',
  '\u2002\u2003\u2009\u200a\u202f‐‑‒–—―‖‘’‚“”„†‡•…‰′″‹›⁄',
  '⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉€₤₽₹№™−×÷≠≤≥≈∞√←↑→↓',
].join('')
/** Cyrillic of the Slavic languages. */
const cyrillic = `${range(0x401, 0x45f)}Ґґ`

const reading = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'case', 'calt']
const figures = ['onum', 'lnum', 'tnum', 'pnum']
const smallCapitals = ['smcp', 'c2sc']

const weights = { min: 400, max: 700 }
/** One size of Source Serif's drawings for all text: that of a book's page. */
const opsz = 18

const serifFace = { theme: 'marginalia', family: 'Ibid Serif', from: serif }
const sansFace = { theme: 'bulletin', family: 'Ibid Sans', from: sans }

/** What is made. Slanted letters come in one weight: words both bold and slanted are few. */
const fonts = [
  {
    ...serifFace,
    file: 'serif-roman',
    source: 'VAR/SourceSerif4Variable-Roman.ttf',
    axes: { opsz, wght: weights },
    features: [...reading, ...figures, ...smallCapitals],
  },
  {
    ...serifFace,
    file: 'serif-italic',
    source: 'VAR/SourceSerif4Variable-Italic.ttf',
    axes: { opsz, wght: 400 },
    features: [...reading, ...figures],
  },
  {
    ...sansFace,
    file: 'sans-upright',
    source: 'VF/SourceSans3VF-Upright.ttf',
    axes: { wght: weights },
    features: [...reading, ...figures],
  },
  {
    ...sansFace,
    file: 'sans-italic',
    source: 'VF/SourceSans3VF-Italic.ttf',
    axes: { wght: 400 },
    features: [...reading, ...figures],
  },
].flatMap((font) => [
  { ...font, text: latin },
  { ...font, file: `${font.file}-cyrillic`, text: cyrillic, features: reading },
])

/** Unpacks a package of the registry into a folder. */
async function unpack({ name, version }, folder) {
  const { stdout } = await run('npm', ['pack', `${name}@${version}`, '--silent'], { cwd: folder })
  const target = path.join(folder, name)
  await mkdir(target)
  await run('tar', ['-xzf', stdout.trim(), '-C', target, '--strip-components=1'], { cwd: folder })
}

const workshop = await mkdtemp(path.join(tmpdir(), 'ibid-fonts-'))
try {
  for (const each of [serif, sans]) await unpack(each, workshop)
  for (const font of fonts) {
    const from = path.join(workshop, font.from.name)
    const target = path.join(root, 'themes', font.theme, 'fonts')
    await mkdir(target, { recursive: true })
    const cut = await subsetFont(await readFile(path.join(from, font.source)), font.text, {
      targetFormat: 'truetype',
      keepFeatures: font.features,
      variationAxes: font.axes,
      noHinting: true,
    })
    const made = await subsetFont(renamed(cut, 'Source', font.family), undefined, {
      keepAllGlyphs: true,
      targetFormat: 'woff2',
    })
    await writeFile(path.join(target, `${font.file}.woff2`), made)
    await writeFile(path.join(target, 'OFL.txt'), await readFile(path.join(from, 'LICENSE.md')))
    console.log(`${font.theme}/fonts/${font.file}.woff2: ${made.length} bytes`)
  }
} finally {
  await rm(workshop, { recursive: true, force: true })
}
