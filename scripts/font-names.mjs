// The Open Font License lets nobody else's version of a font carry the name that its makers keep for theirs.

/** Identifiers of names (OpenType, "name") by which a font is known: family, unique id, full, PostScript, typographic. */
const names = new Set([1, 3, 4, 6, 16, 18, 21, 25])

/**
 * A TrueType font under another name; copyright and licence in it stay as they are.
 *
 * @param font bytes of the font
 * @param reserved the word that the names begin with now: `Source`
 * @param family what it is called instead: `Ibid Serif`
 */
export function renamed(font, reserved, family) {
  const tables = tablesOf(font).map(({ tag, bytes }) => ({
    tag,
    bytes: tag === 'name' ? renamedTable(bytes, reserved, family) : bytes,
  }))
  return assembled(font.readUInt32BE(0), tables)
}

function tablesOf(font) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = 12 + 16 * i
    const offset = font.readUInt32BE(at + 8)
    return {
      tag: font.toString('latin1', at, at + 4),
      bytes: Buffer.from(font.subarray(offset, offset + font.readUInt32BE(at + 12))),
    }
  })
}

function renamedTable(table, reserved, family) {
  const strings = table.readUInt16BE(4)
  const records = Array.from({ length: table.readUInt16BE(2) }, (_, i) => {
    const at = 6 + 12 * i
    const start = strings + table.readUInt16BE(at + 10)
    const bytes = table.subarray(start, start + table.readUInt16BE(at + 8))
    const wide = table.readUInt16BE(at) !== 1
    const text = wide ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('latin1')
    const id = table.readUInt16BE(at + 6)
    const mended = names.has(id) ? nameFor(id, text, reserved, family) : text
    return {
      head: Buffer.from(table.subarray(at, at + 8)),
      bytes: wide ? Buffer.from(mended, 'utf16le').swap16() : Buffer.from(mended, 'latin1'),
    }
  })
  return nameTable(records)
}

/** `SourceSerif4Variable-Roman` → `IbidSerif-Roman`; in a PostScript name there are no spaces. */
function nameFor(id, text, reserved, family) {
  const own = id === 6 || id === 25 ? family.replaceAll(' ', '') : family
  return text.replace(new RegExp(`${reserved} ?[A-Z][a-z]+ ?\\d* ?(?:Variable|VF)?`, 'g'), own)
}

function nameTable(records) {
  const head = Buffer.alloc(6 + 12 * records.length)
  head.writeUInt16BE(records.length, 2)
  head.writeUInt16BE(head.length, 4)
  let offset = 0
  for (const [i, { head: record, bytes }] of records.entries()) {
    record.copy(head, 6 + 12 * i)
    head.writeUInt16BE(bytes.length, 6 + 12 * i + 8)
    head.writeUInt16BE(offset, 6 + 12 * i + 10)
    offset += bytes.length
  }
  return Buffer.concat([head, ...records.map(({ bytes }) => bytes)])
}

/** Puts tables together again. The sum over the whole file is left out: no browser looks at it. */
function assembled(version, tables) {
  const head = Buffer.alloc(12 + 16 * tables.length)
  head.writeUInt32BE(version, 0)
  head.writeUInt16BE(tables.length, 4)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE(tables.length * 16 - power * 16, 10)
  const bodies = []
  let offset = head.length
  for (const [i, { tag, bytes }] of tables.entries()) {
    const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
    const at = 12 + 16 * i
    head.write(tag, at, 'latin1')
    head.writeUInt32BE(sumOf(padded), at + 4)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(bytes.length, at + 12)
    bodies.push(padded)
    offset += padded.length
  }
  return Buffer.concat([head, ...bodies])
}

function sumOf(bytes) {
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0
  return sum
}
