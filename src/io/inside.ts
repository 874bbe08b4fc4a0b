import { sep } from 'node:path'

/** True where a path is a folder or lies in it. Both absolute and without `..`. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** POSIX path of something inside a folder, relative to it. */
export function relativePosix(path: string, folder: string): string {
  const rest = path.slice(folder.length).split(sep)
  return rest.filter((segment) => segment !== '').join('/')
}
