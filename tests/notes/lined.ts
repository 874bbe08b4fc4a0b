/** Makes a change that puts something before each line of a text. @param first before the first line, where that is something else */
export const lined =
  (prefix: string, first = prefix) =>
  (text: string): string =>
    text
      .split('\n')
      .map((line, index) => (index === 0 ? first : prefix) + line)
      .join('\n')
