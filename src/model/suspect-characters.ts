/**
 * False where a text holds no control character, no surrogate, no noncharacter and no U+FFFD, as most texts do not. To
 * look for those among whole code points takes ten times as long.
 */
export function holdsSuspects(text: string): boolean {
  return /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]/.test(text)
}
