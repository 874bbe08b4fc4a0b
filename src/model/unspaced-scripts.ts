/**
 * False where a text holds no letter of a script that is written without spaces (Thai, Chinese …), as most texts do
 * not: their letters begin at U+0E00, and the signs that stand among Latin ones there end at U+206F. To ask for
 * a script itself takes as long as all the rest of counting words.
 */
export function mayHoldUnspaced(text: string): boolean {
  return /[\u0e00-\u1fff\u2070-\uffff]/.test(text)
}
