declare const brand: unique symbol
type Brand<Name extends string> = string & { readonly [brand]: Name }

/** Where a source file lies: POSIX, relative to the site's root, e.g. `content/posts/krack.md`. */
export type SourcePath = Brand<'SourcePath'>
/** A site-absolute URL path that ends in `/` or in a file name, e.g. `/posts/krack/`. Never carries the base path of the site's URL. */
export type RoutePath = Brand<'RoutePath'>
/** Where an output file goes: POSIX, relative to the output folder, never leaves it, e.g. `posts/krack/index.html`. */
export type OutputPath = Brand<'OutputPath'>

/** True where a `/`-separated path has no empty, `.` or `..` segment, no back slash and no NUL. */
function staysInside(path: string): boolean {
  return !/(?:^|\/)\.{0,2}(?:\/|$)|[\\\0]/.test(path)
}

/**
 * @param value POSIX path relative to the site's root
 * @throws RangeError where the path would leave the root
 */
export function sourcePath(value: string): SourcePath {
  if (!staysInside(value)) throw new RangeError(`Not inside the site: ${value}`)
  return value as SourcePath
}

/**
 * @param value `/…/` or `/…/name.ext`, not percent-encoded
 * @throws RangeError where the value is no such path
 */
export function routePath(value: string): RoutePath {
  const inner = value.replace(/^\//, '').replace(/\/$/, '')
  const shaped = value === '/' || (value.startsWith('/') && staysInside(inner))
  if (!shaped) throw new RangeError(`Not a route: ${value}`)
  return value as RoutePath
}

/**
 * @param value POSIX path relative to the output folder
 * @throws RangeError where the path would leave the output folder
 */
export function outputPath(value: string): OutputPath {
  if (!staysInside(value)) throw new RangeError(`Not inside the output folder: ${value}`)
  return value as OutputPath
}

/** The file that answers a route: `/posts/krack/` → `posts/krack/index.html`. */
export function outputPathOf(route: RoutePath): OutputPath {
  return outputPath((route.endsWith('/') ? `${route}index.html` : route).slice(1))
}
