// The EPUB in foliate-js, the engine of Foliate: foliate.mjs EPUB FOLDER MODULES CHROMIUM

import { measuring, observe } from './browser.mjs'

const HTML = `<!DOCTYPE html><meta charset="utf-8">
<style>html, body, foliate-view { height: 100%; margin: 0; display: block }</style>
<script type="module">
  import '/modules/foliate-js/view.js'
  ${measuring}
  window.measure = measure
  window.view = document.createElement('foliate-view')
  document.body.append(view)
  view.addEventListener('relocate', event => { window.place = event.detail })
  await view.open('/book.epub')
  await view.goTo(0)
  window.ready = true
</script>`

await observe(HTML, async (page, shoot) => {
  await page.waitForFunction('window.ready')
  const settle = () => new Promise(resolve => setTimeout(resolve, 400))
  const look = () => page.evaluate(() => {
    const [{ doc, index }] = view.renderer.getContents()
    return { file: view.book.sections[index].id.split('/').pop(), fraction: place.fraction,
      ...measure(doc) }
  })
  await settle()
  await shoot('foliate-1-cover')

  const toc = await page.evaluate(() => {
    const flat = items => items.flatMap(item => [
      { label: item.label, href: item.href }, ...flat(item.subitems ?? [])])
    return flat(view.book.toc)
  })
  const sections = []
  for (const { label, href } of toc) {
    await page.evaluate(target => view.goTo(target), href)
    await settle()
    const landed = await page.evaluate(() => place.tocItem?.label)
    sections.push({ label, href, landed, ...await look() })
    await shoot(`foliate-2-toc-${sections.length}`)
  }

  await page.evaluate(target => view.goTo(target), toc[0].href)
  await settle()
  const turned = [(await look()).fraction]
  for (let turn = 1; turn <= 3; turn++) {
    await page.evaluate(() => view.goLeft())
    await settle()
    turned.push((await look()).fraction)
    await shoot(`foliate-3-turned-left-${turn}`)
  }
  await page.evaluate(() => view.goRight())
  await settle()
  turned.push((await look()).fraction)
  const direction = await page.evaluate(() => view.book.dir)
  return { direction, sections, turned }
})
