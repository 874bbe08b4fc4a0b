import type { Json, Keys } from './field.ts'
import { postKeys } from './post-keys.ts'
import { schemaOfKeys } from './read-keys.ts'
import { siteKeys } from './site-keys.ts'

/** The JSON Schemas that editors check files with, by the path of their file. */
export const schemas: Readonly<Record<string, Json>> = {
  'schema/post.json': whole('Front matter of a post or page', postKeys),
  'schema/site.json': whole('Settings of a site, content/site.yaml', siteKeys),
}

function whole(title: string, keys: Keys): Json {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...schemaOfKeys(keys),
  }
}
