// The EPUB in epub.js.

import { tourOf } from './rendition.mjs'

await tourOf('epubjs', '/modules/epubjs/dist/epub.js', 'ePub')
