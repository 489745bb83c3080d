// The EPUB in epub.js: epubjs.mjs EPUB FOLDER MODULES CHROMIUM

import { measuring, observe } from './browser.mjs'

const HTML = `<!DOCTYPE html><meta charset="utf-8">
<style>body { margin: 0 }</style><div id="viewer"></div>
<script src="/modules/jszip/dist/jszip.min.js"></script>
<script src="/modules/epubjs/dist/epub.js"></script>
<script>
  ${measuring}
  window.book = ePub('/book.epub')
  window.rendition = book.renderTo('viewer', { width: 900, height: 1000, flow: 'paginated',
    spread: 'none' })
  rendition.display().then(() => book.locations.generate(200)).then(() => { window.ready = true })
</script>`

await observe(HTML, async (page, shoot) => {
  await page.waitForFunction('window.ready')
  const settle = () => new Promise(resolve => setTimeout(resolve, 400))
  const look = () => page.evaluate(() => {
    const [contents] = rendition.getContents()
    const { start } = rendition.currentLocation()
    return { file: start.href, fraction: start.index + (start.displayed.page - 1)
      / start.displayed.total, ...measure(contents.document) }
  })
  await settle()
  await shoot('epubjs-1-cover')

  const toc = await page.evaluate(() => {
    const flat = items => items.flatMap(item => [
      { label: item.label.trim(), href: item.href }, ...flat(item.subitems ?? [])])
    return flat(book.navigation.toc)
  })
  const sections = []
  for (const { label, href } of toc) {
    await page.evaluate(target => rendition.display(target), href)
    await settle()
    const landed = await page.evaluate(() => rendition.currentLocation().start.href)
    sections.push({ label, href, landed, ...await look() })
    await shoot(`epubjs-2-toc-${sections.length}`)
  }

  // What a press of the left arrow does is the application's; it asks the book as below.
  const direction = await page.evaluate(() => book.packaging.metadata.direction)
  const [left, right] = direction === 'rtl' ? ['next', 'prev'] : ['prev', 'next']
  await page.evaluate(target => rendition.display(target), toc[0].href)
  await settle()
  const turned = [(await look()).fraction]
  for (let turn = 1; turn <= 3; turn++) {
    await page.evaluate(way => rendition[way](), left)
    await settle()
    turned.push((await look()).fraction)
    await shoot(`epubjs-3-turned-left-${turn}`)
  }
  await page.evaluate(way => rendition[way](), right)
  await settle()
  turned.push((await look()).fraction)
  return { direction, sections, turned }
})
