// The EPUB in Readium's navigator for the web, as Readium's parser reads it. Vertical text it
// scrolls through and turns from document to document; of horizontal text it turns pages.

import { tour } from './tour.mjs'
import { epub } from './browser.mjs'
import epubParser from 'r2-shared-js/dist/es6-es2015/src/parser/epub.js'
import { initGlobalConverters_GENERIC, initGlobalConverters_SHARED }
  from 'r2-shared-js/dist/es6-es2015/src/init-globals.js'
import { TaJsonSerialize } from 'r2-lcp-js/dist/es6-es2015/src/serializable.js'

initGlobalConverters_GENERIC()
initGlobalConverters_SHARED()
const publication = TaJsonSerialize(await epubParser.EpubParsePromise(epub))
const packages = ['decorator', 'helpers', 'navigator', 'navigator-html-injectables', 'shared']
const imports = Object.fromEntries(packages.map(name => [
  `@readium/${name}`,
  `/modules/@readium/${name}/${name === 'helpers' ? '' : 'dist/'}index.js`]))
const HTML = `<!DOCTYPE html><meta charset="utf-8">
<style>body { margin: 0 } #book { height: 100vh; overflow: hidden; position: relative }
.readium-navigator-iframe { width: 100%; height: 100%; border: 0 }</style>
<div id="book"></div>
<script type="importmap">${JSON.stringify({ imports })}</script>`

await tour('readium', { html: HTML }, `
  import { EpubNavigator, EpubPreferences } from '@readium/navigator'
  import { HttpFetcher, Link, Locator, Manifest, Publication } from '@readium/shared'

  const manifest = Manifest.deserialize(${JSON.stringify(publication)})
  manifest.setSelfLink(location.origin + '/book/manifest.json')
  const publication = new Publication({
    manifest, fetcher: new HttpFetcher(undefined, location.origin + '/book/') })
  const positions = publication.readingOrder.items.map((link, index) => Locator.deserialize({
    href: link.href, type: link.type,
    locations: { progression: 0, position: index + 1 } }))
  const navigator = new EpubNavigator(document.querySelector('#book'), publication, {}, positions,
    undefined, { preferences: {}, defaults: {}, upgradeInsecureRequests: 'auto' })
  await navigator.load()

  const flat = links => links.flatMap(link => [
    { label: link.title, href: link.href }, ...flat(link.children?.items ?? [])])
  const done = start => new Promise(resolve => start(resolve))
  window.reader = {
    contents: () => flat(publication.toc.items),
    direction: () => publication.metadata.effectiveReadingProgression,
    go: href => done(resolve => navigator.goLink(new Link({ href }), false, resolve)),
    left: () => done(resolve => navigator.goLeft(false, resolve)),
    right: () => done(resolve => navigator.goRight(false, resolve)),
    place() {
      const { href, locations } = navigator.currentLocator
      return { file: href.split('/').pop(), fraction: 0.999 * (locations.progression ?? 0)
        + publication.readingOrder.findIndexWithHref(href) }
    },
    roots: () => [navigator._cframes[0].window.document.body],
    ...(navigator.layout === 'scrolled' ? {} : {
      scroll: () => navigator.submitPreferences(new EpubPreferences({ scroll: true })) }),
    night: () => navigator.submitPreferences(new EpubPreferences({
      backgroundColor: '#111', textColor: '#ddd', fontFamily: 'Noto Sans CJK JP', fontSize: 2 })),
  }`)
