// The EPUB in epub.ts, which carries epub.js on.

import { tourOf } from './rendition.mjs'

await tourOf('epubts', '/modules/@likecoin/epub-ts/dist/epub.umd.js', 'ePub.default')
