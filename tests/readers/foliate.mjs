// The EPUB in foliate-js, the engine of Foliate.

import { tour } from './tour.mjs'

const HTML = `<!DOCTYPE html><meta charset="utf-8">
<style>html, body, foliate-view { height: 100%; margin: 0; display: block }</style>`

await tour('foliate', { html: HTML }, `
  import '/modules/foliate-js/view.js'
  import { FootnoteHandler } from '/modules/foliate-js/footnotes.js'

  const view = document.createElement('foliate-view')
  document.body.append(view)
  let place, note
  view.addEventListener('relocate', event => { place = event.detail })

  // As Foliate does: a note pops up in a view of its own.
  const notes = new FootnoteHandler()
  notes.addEventListener('before-render', event => { document.body.append(event.detail.view) })
  notes.addEventListener('render', event => {
    const { view: shown } = event.detail
    shown.style = 'position: fixed; inset: 50% 0 0 50%; background: #eee'
    note = { shown, text: shown.renderer.getContents()[0].doc.body.textContent }
  })
  view.addEventListener('link', event => notes.handle(view.book, event))

  await view.open('/book.epub')
  await view.goTo(0)

  const flat = items => items.flatMap(item => [
    { label: item.label.trim(), href: item.href }, ...flat(item.subitems ?? [])])
  const shown = () => view.renderer.getContents()[0]
  window.reader = {
    contents: () => flat(view.book.toc),
    direction: () => view.book.dir,
    go(href) {
      note?.shown.remove()
      return view.goTo(href)
    },
    left: () => view.goLeft(),
    right: () => view.goRight(),
    place: () => ({ file: view.book.sections[shown().index].id.split('/').pop(),
      fraction: place.fraction }),
    roots: () => [shown().doc.body],
    scroll: () => view.renderer.setAttribute('flow', 'scrolled'),
    popup: () => note?.text,
    night() {
      view.renderer.setStyles(\`html { background: #111; color: #ddd; font-size: 200% }
        body, body * { font-family: 'Noto Sans CJK JP' !important }\`)
    },
  }`)
