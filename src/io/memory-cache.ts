import type { CacheFiles } from './ports.ts'

/** Files of a memory, held in memory, with what is in them to look at and to spoil. */
export interface MemoryCache extends CacheFiles {
  readonly files: Map<string, Uint8Array>
}

export function memoryCache(): MemoryCache {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    home: () => 'memory',
    read: (name) => files.get(name),
    readAt: (name, start, length) => {
      const part = files.get(name)?.subarray(start, start + length)
      return part?.length === length ? part : undefined
    },
    replace: (name, body) => {
      files.set(name, Uint8Array.from(body))
      return true
    },
    append: (name, body) => {
      const before = files.get(name) ?? new Uint8Array()
      files.set(name, Buffer.concat([before, body]))
      return before.length
    },
    remove: (name) => {
      files.delete(name)
    },
  }
}
