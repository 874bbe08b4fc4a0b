import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sourcePath } from '../../src/model/paths.ts'
import { findUtf8Fault } from '../../src/syntax/decode/utf8.ts'
import { decodeText } from '../../src/syntax/decode.ts'

const path = sourcePath('content/posts/a.md')
const decode = (...parts: readonly (string | readonly number[])[]) =>
  decodeText(path, Buffer.concat(parts.map((part) => Buffer.from(part as string))))
const codesOf = (result: ReturnType<typeof decode>): string[] =>
  result.diagnostics.map(({ code }) => code)
const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')]
const swapped = (text: string): number[] => [...Buffer.from(text, 'utf16le').swap16()]

test('text is text, without its byte order mark, line ends untouched', () => {
  assert.deepEqual(decode('a\r\nb\rc\n'), { text: 'a\r\nb\rc\n', diagnostics: [] })
  assert.deepEqual(decode([0xef, 0xbb, 0xbf], '---\n'), { text: '---\n', diagnostics: [] })
  assert.equal(decode('\ufeff\ufeffa').text, '\ufeffa', 'only the first mark is one')
})

test('a file with nothing in it is an error', () => {
  for (const nothing of ['', '\ufeff', ' \n\t\r\n', '\n'.repeat(1000), '\u200b\n\u2060\u00ad '])
    assert.deepEqual(codesOf(decode(nothing)), ['FS101'])
})

test('UTF-16 and UTF-32 are named, with and without a mark', () => {
  for (const bytes of [
    utf16('\ufeffHello there'),
    swapped('\ufeffHello there'),
    utf16('---\ntitle: x\n---\nHello'),
    swapped('---\ntitle: x\n---\nHello'),
    utf16('Привет, мир\nи ещё раз'),
    swapped('Γειά σου κόσμε'),
  ]) {
    const result = decode(bytes)
    assert.deepEqual(codesOf(result), ['FS102'])
    assert.match(result.diagnostics[0]?.message ?? '', /UTF-16/)
    assert.match(result.diagnostics[0]?.hint ?? '', /UTF-8/)
  }
  const wide = decode([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])
  assert.match(wide.diagnostics[0]?.message ?? '', /UTF-32/)
})

test('a byte that is no UTF-8 is told of with its offset, line and column', () => {
  const latin = decode('ab\nçaf', [0xe9], ' au lait\n').diagnostics[0]
  assert.equal(latin?.code, 'FS104')
  assert.match(latin?.message ?? '', /0xE9 at offset 7 \(line 2, column 4\)/)
  assert.match(latin?.hint ?? '', /“é”/)
  assert.deepEqual(latin?.place?.start, { line: 2, column: 4, offset: 6 })
  const marked = decode([0xef, 0xbb, 0xbf], 'a', [0x80]).diagnostics[0]
  assert.match(marked?.message ?? '', /offset 4 \(line 1, column 2\)/)
})

test('every kind of malformed sequence is refused', () => {
  for (const bytes of [
    [0x80],
    [0xc0, 0xaf],
    [0xc1, 0xbf],
    [0xe0, 0x80, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x80, 0x80, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xf8, 0x88, 0x80, 0x80, 0x80],
    [0xff],
    [0xe2, 0x82],
    [0xf0, 0x9f, 0x92],
    [0xe2, 0x28, 0xa1],
  ])
    assert.deepEqual(codesOf(decode('text ', bytes)), ['FS104'], String(bytes))
})

test('a fault is found exactly where a fatal decoder refuses', () => {
  const strict = (bytes: Uint8Array): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return true
    } catch {
      return false
    }
  }
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc.string({ unit: 'binary', maxLength: 4 }).map((text) => new TextEncoder().encode(text)),
    fc
      .tuple(fc.constantFrom(0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4), fc.uint8Array({ maxLength: 3 }))
      .map(([lead, rest]) => Uint8Array.from([lead, ...rest.map((byte) => byte | 0x80)])),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const bytes = Uint8Array.from(pieces.flatMap((each) => [...each]))
      const fault = findUtf8Fault(bytes)
      assert.equal(fault === undefined, strict(bytes))
      if (fault) assert.ok(strict(bytes.subarray(0, fault.offset)))
    }),
    { numRuns: 500 },
  )
})

test('NUL and other control characters are errors, each with its place', () => {
  const nul = decode('one\ntwo\0 three\0')
  assert.deepEqual(codesOf(nul), ['FS105', 'FS105'])
  assert.deepEqual(nul.diagnostics[0]?.place?.start, { line: 2, column: 4, offset: 7 })
  for (const code of [1, 8, 0x0b, 0x0c, 0x0e, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0xfffe, 0xffff]) {
    const result = decode(`words ${String.fromCharCode(code)} words`)
    assert.deepEqual(codesOf(result), ['FS106'], code.toString(16))
    assert.equal(result.text, undefined)
  }
  assert.match(decode('it\u0092s').diagnostics[0]?.hint ?? '', /“’”/)
})

test('direction controls are warned of by name, and the text is kept', () => {
  const result = decode('a\u202eb\n`\u2066`')
  assert.equal(result.text, 'a\u202eb\n`\u2066`')
  assert.deepEqual(codesOf(result), ['FS107', 'FS107'])
  assert.match(result.diagnostics[0]?.message ?? '', /U\+202E \(RIGHT-TO-LEFT OVERRIDE\)/)
  assert.equal(result.diagnostics[1]?.place?.start.line, 2)
  const many = decode(`a${'\u202e'.repeat(5000)}`)
  assert.equal(many.diagnostics.length, 20)
  assert.match(many.diagnostics[19]?.message ?? '', /4980 more/)
})

test('a sign for a lost character is warned of', () => {
  assert.deepEqual(codesOf(decode('caf\ufffd')), ['FS108'])
})

test('what is no text is named', () => {
  const png = decode([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d], 'IHDR')
  assert.deepEqual(codesOf(png), ['FS103'])
  assert.match(png.diagnostics[0]?.message ?? '', /not text but a PNG/)
  const noise = Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251)
  assert.deepEqual(codesOf(decode(noise)), ['FS103'])
  assert.equal(decode('GIF89a is a format').diagnostics.length, 0)
})

test('a file over the limit is refused, though it was cut in a character', () => {
  const bytes = Buffer.from('é'.repeat(1024 * 1024 + 2)).subarray(0, 2 * 1024 * 1024 + 3)
  assert.deepEqual(
    decodeText(path, bytes).diagnostics.map(({ code }) => code),
    ['LM101'],
  )
  assert.equal(decodeText(path, Buffer.alloc(2 * 1024 * 1024, 'a')).diagnostics.length, 0)
})

test('any bytes are answered, and text never has what was refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const { text, diagnostics } = decodeText(path, bytes)
      if (text === undefined) assert.ok(diagnostics.some(({ severity }) => severity === 'error'))
      else {
        assert.doesNotMatch(text, /[\0-\u0008\u007f-\u009f]/)
        assert.equal(
          Buffer.from(text).toString('hex'),
          Buffer.from(bytes)
            .toString('hex')
            .replace(/^efbbbf/, ''),
        )
      }
    }),
  )
})
