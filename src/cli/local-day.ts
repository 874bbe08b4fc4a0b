/** The calendar day of an instant where the author is, `2026-03-09`. @param instant milliseconds since 1970 */
export function localDay(instant: number): string {
  const date = new Date(instant)
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`
}
