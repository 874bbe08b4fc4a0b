/** A key or a signature that cannot be used. The message says why in a sentence, the hint what to type instead. */
export class SignatureError extends Error {
  override readonly name = 'SignatureError'
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
