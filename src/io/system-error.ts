/** The system's name for what went wrong, `ENOENT`, where the value is an error of the system. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The paths that an error of the system is about, as the system was asked for them: one, or where from and where to. */
export function systemErrorPaths(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return []
  const paths = ['path' in error ? error.path : undefined, 'dest' in error ? error.dest : undefined]
  return paths.filter((path) => typeof path === 'string')
}

/** True where nothing lies at the path that was asked for. */
export function isAbsent(error: unknown): boolean {
  const code = systemErrorCode(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
}

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The disk quota is used up.',
  EFBIG: 'A file is larger than the system allows.',
  EACCES: 'Permission is denied.',
  EPERM: 'The system does not allow it.',
  EROFS: 'The disk is read-only.',
  EIO: 'The disk reports a fault.',
  EMFILE: 'Too many files are open at once.',
  ENFILE: 'Too many files are open at once on this machine.',
  ENAMETOOLONG: 'The path is longer than the system allows.',
  ELOOP: 'The links lead in a circle.',
  ENOENT: 'It does not exist any more.',
  EISDIR: 'A folder is where a file should be.',
  ENOTDIR: 'A file is where a folder should be.',
  ENOTEMPTY: 'The folder is not empty.',
  EXDEV: 'The folder spans more than one disk.',
  EBUSY: 'Another program is using it.',
  ETXTBSY: 'Another program is using it.',
  ESTALE: 'The network disk has lost it.',
}

/** What went wrong, in a sentence for people; the system's own words where it is nothing usual. */
export function systemErrorSentence(error: unknown): string {
  const code = systemErrorCode(error)
  const known = code === undefined ? undefined : sentences[code]
  if (known !== undefined) return known
  return error instanceof Error
    ? `${error.message.replace(/\.$/, '')}.`
    : 'Something unknown went wrong.'
}
