// The EPUB in epub.js, or in what has its interface.

import { tour } from './tour.mjs'

/** Shows the book as `name`: by `library`, a path, in which the name `open` opens it. */
export const tourOf = (name, library, open) => tour(name, { html: `
<!DOCTYPE html><meta charset="utf-8">
<style>body { margin: 0 }</style><div id="viewer"></div>
<script src="/modules/jszip/dist/jszip.min.js"></script>
<script src="${library}"></script>` }, `
  const book = ${open}('/book.epub')
  const rendition = book.renderTo('viewer', { width: 900, height: 1000, flow: 'paginated',
    spread: 'none' })
  await rendition.display()

  const flat = items => items.flatMap(item => [
    { label: item.label.trim(), href: item.href }, ...flat(item.subitems ?? [])])
  const direction = book.packaging.metadata.direction
  // What a press of the left arrow does is the application's; it asks the book like this.
  const [left, right] = direction === 'rtl' ? ['next', 'prev'] : ['prev', 'next']
  window.reader = {
    contents: () => flat(book.navigation.toc),
    direction: () => direction,
    go: href => rendition.display(href),
    left: () => rendition[left](),
    right: () => rendition[right](),
    place() {
      const { start } = rendition.currentLocation()
      return { file: start.href.split('/').pop(),
        fraction: start.index + (start.displayed.page - 1) / start.displayed.total }
    },
    roots: () => [rendition.getContents()[0].document.body],
    night() {
      document.body.style.background = '#111'
      rendition.themes.override('color', '#ddd', true)
      rendition.themes.font('Noto Sans CJK JP')
      rendition.themes.fontSize('200%')
    },
  }`)
