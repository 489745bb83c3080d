// The EPUB as Readium's parser reads it and Readium CSS sets it: what Thorium makes of it. The
// frame around the text is plain Chromium; it scrolls, as Readium's readers let vertical text.

import { tour } from './tour.mjs'
import { epub } from './browser.mjs'
import epubParser from 'r2-shared-js/dist/es6-es2015/src/parser/epub.js'

const publication = await epubParser.EpubParsePromise(epub)
const HTML = `<!DOCTYPE html><meta charset="utf-8">
<style>body { margin: 0 } iframe { width: 100vw; height: 100vh; border: 0 }</style>
<iframe></iframe>`
// To Readium, Japanese whose pages turn to the left is vertical.
const direction = publication.Metadata.Direction
const sheets = `cjk-${direction === 'rtl' ? 'vertical' : 'horizontal'}`
const flat = links => links.flatMap(link => [
  { label: link.Title, href: link.Href }, ...flat(link.Children ?? [])])

await tour('readium', { html: HTML }, `
  const SHEETS = '/modules/@readium/css/css/dist/${sheets}/ReadiumCSS-'
  const spine = ${JSON.stringify(publication.Spine.map(link => link.Href))}
  const frame = document.querySelector('iframe')
  const settings = {
    '--USER__view': 'readium-scroll-on', '--RS__disableOverflow': 'readium-noOverflow-on' }

  async function open(href) {
    const loaded = new Promise(resolve => { frame.onload = resolve })
    frame.src = '/book/' + href.split('#')[0]
    await loaded
    const { head, documentElement: root } = frame.contentDocument
    const sheets = ['before', 'after'].map(part => {
      const made = frame.contentDocument.createElement('link')
      made.rel = 'stylesheet'
      made.href = SHEETS + part + '.css'
      return made
    })
    head.prepend(sheets[0])
    head.append(sheets[1])
    await Promise.all(sheets.map(made => new Promise(resolve => { made.onload = resolve })))
    for (const [name, value] of Object.entries(settings)) root.style.setProperty(name, value)
    frame.contentDocument.getElementById(href.split('#')[1])?.scrollIntoView()
  }
  await open(spine[0])

  const file = () => frame.contentWindow.location.pathname.split('/').pop()
  window.reader = {
    contents: () => (${JSON.stringify(flat(publication.TOC))}),
    direction: () => '${direction}',
    go: open,
    place: () => ({ file: file(), fraction: spine.findIndex(href => href.endsWith(file())) }),
    roots: () => [frame.contentDocument.body],
    night() {
      Object.assign(settings, {
        '--USER__backgroundColor': '#111', '--USER__textColor': '#ddd',
        '--USER__fontFamily': 'Noto Sans CJK JP', '--USER__fontSize': '200%' })
    },
  }`)
