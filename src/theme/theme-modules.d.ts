/** What a theme may import besides code: the compiler makes each a file with a digest in its name. */
declare module '*.css' {}
declare module '*.svg' {
  const route: import('../model/paths.ts').RoutePath
  export default route
}
declare module '*.png' {
  const route: import('../model/paths.ts').RoutePath
  export default route
}
declare module '*.jpg' {
  const route: import('../model/paths.ts').RoutePath
  export default route
}
declare module '*.webp' {
  const route: import('../model/paths.ts').RoutePath
  export default route
}
declare module '*.avif' {
  const route: import('../model/paths.ts').RoutePath
  export default route
}
declare module '*.woff2' {
  const route: import('../model/paths.ts').RoutePath
  export default route
}
