// The PDF in pdf.js: the text of each page as it comes, and how large it is.

import { observe } from './browser.mjs'

const html = `<!DOCTYPE html><script type="module">
import * as pdfjs from '/modules/pdfjs-dist/build/pdf.mjs'
const modules = '/modules/pdfjs-dist/'
pdfjs.GlobalWorkerOptions.workerSrc = modules + 'build/pdf.worker.mjs'
const pdf = await pdfjs.getDocument(
  { url: '/book/book.pdf', cMapUrl: modules + 'cmaps/', cMapPacked: true }).promise
const pages = []
for (let number = 1; number <= pdf.numPages; number++) {
  const content = await (await pdf.getPage(number)).getTextContent()
  pages.push(content.items.filter(item => item.str).map(({ str, transform }) => (
    { text: str, size: Math.hypot(transform[2], transform[3]), top: transform[5] })))
}
window.pages = pages
</script>`

await observe({ html }, async page => {
  await page.waitForFunction('window.pages', { timeout: 120000 })
  return { sections: [], pages: await page.evaluate('window.pages') }
})
