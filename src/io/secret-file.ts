import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a file that must not exist yet and that only its owner may read, whatever the umask.
 *
 * @param path absolute; folders that are missing are made for the owner alone
 * @throws the system's error, EEXIST where something lies there
 */
export async function writeSecret(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
