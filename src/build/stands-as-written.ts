import type { OutputFiles } from '../io/ports.ts'
import { column, type RecordedFiles } from './cache/build-record.ts'
import { indexStamp } from './written-index.ts'

/** True where every file of the site is still the one that was written. */
export async function standsAsWritten(
  { paths, stamps, index }: RecordedFiles,
  output: OutputFiles,
): Promise<boolean> {
  if ((await indexStamp(output)) !== index) return false
  const found = await output.site.lookAll(paths)
  return (
    found.every((each) => each?.kind === 'file') &&
    column(found.map((each) => each?.stamp ?? '')) === stamps
  )
}
