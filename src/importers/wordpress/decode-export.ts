import { sourcePath } from '../../model/paths.ts'
import type { OldBlog } from '../old-blog.ts'

/** In which characters a file is written. */
export interface ExportEncoding {
  /** A label of the Encoding Standard. */
  readonly label: string
  /** What the file says of itself where it is something else. */
  readonly wrongLabel?: string | undefined
}

/**
 * Finds out how a file is written by reading it once: UTF-8 where all of it is, whatever its first line says;
 * else what that line says, and where it is wrong, Windows-1252, in which every byte is a character.
 */
export async function encodingOf(blog: OldBlog, file: string): Promise<ExportEncoding> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  let head: Uint8Array = new Uint8Array()
  let utf8 = true
  for await (const piece of blog.stream(sourcePath(file))) {
    if (head.length === 0) head = piece.slice(0, 200)
    try {
      strict.decode(piece, { stream: true })
    } catch {
      utf8 = false
      break
    }
  }
  const wide =
    head[0] === 0xfe && head[1] === 0xff
      ? 'utf-16be'
      : head[0] === 0xff && head[1] === 0xfe
        ? 'utf-16le'
        : undefined
  if (wide !== undefined) return { label: wide }
  const said = /^[^<]{0,3}<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(
    new TextDecoder('latin1').decode(head),
  )?.[1]
  if (utf8)
    return { label: 'utf-8', wrongLabel: said && !/^utf-?8$/i.test(said) ? said : undefined }
  const named = said === undefined || /^utf-?8$/i.test(said) ? undefined : decoderOf(said)
  return named ? { label: named.encoding } : { label: 'windows-1252', wrongLabel: said ?? 'UTF-8' }
}

/** The text of a file, a piece at a time; nothing is refused, since `encodingOf` has looked at all of it. */
export async function* decoded(
  blog: OldBlog,
  file: string,
  { label }: ExportEncoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(label)
  for await (const piece of blog.stream(sourcePath(file)))
    yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}
