import { outputOf } from './fixture.ts'
import { samplePosts } from './sample-site.ts'

/** Prints every file of the sample: run in other time zones and languages by the test of reproducible feeds. */
const output = outputOf(samplePosts)
for (const path of output.paths) process.stdout.write(`${path}\n${output.text(path)}`)
