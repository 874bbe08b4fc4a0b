import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Writes files below a folder. */
export async function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  for (const [name, body] of Object.entries(files)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, body)
  }
}

/** Makes a new folder with files in it. */
export async function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ibid-dev-'))
  await writeFiles(folder, files)
  return folder
}

/** Writes a site into a folder as a build leaves it, with its manifest. */
export async function writeBuiltSite(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const listed = Object.entries(files).map(([name, body]) => [
    name,
    { sha256: createHash('sha256').update(body).digest('hex'), bytes: Buffer.byteLength(body) },
  ])
  const manifest = `${JSON.stringify({ version: 1, files: Object.fromEntries(listed) })}\n`
  await writeFiles(folder, { ...files, 'site-manifest.json': manifest })
}
