/** A server that could not be started, for a reason that the author can mend. The message is a sentence for people. */
export class ServeError extends Error {
  override readonly name = 'ServeError'
  /** What to type instead. */
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}
