// A page of headless Chromium in which a reading system from node_modules shows an EPUB.

import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import puppeteer from 'puppeteer-core'

const TYPES = { '.js': 'text/javascript', '.html': 'text/html', '.css': 'text/css' }

/** Serves `html` at /, the EPUB at /book.epub and `modules` (a folder) below /modules/. */
async function serve(html, epub, modules) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    const inside = normalize(path.replace(/^\/modules\//, ''))
    try {
      const content = path === '/' ? html
        : path === '/book.epub' ? await readFile(epub)
        : path.startsWith('/modules/') && !inside.startsWith(`..${sep}`)
          ? await readFile(join(modules, inside)) : null
      if (content === null) throw new Error(path)
      response.setHeader('Content-Type', TYPES[path === '/' ? '.html' : extname(path)]
        ?? 'application/octet-stream')
      response.end(content)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  return server
}

/**
 * Opens `html` and gives the page to `look`; prints as JSON what `look` returns,
 * with what the page complained of (`complaints`) and what it asked of other
 * hosts (`requests`).
 */
export async function observe(html, look) {
  const [epub, folder, modules, chromium] = process.argv.slice(2)
  const server = await serve(html, epub, modules)
  const browser = await puppeteer.launch({
    executablePath: chromium, args: ['--no-sandbox', '--disable-dev-shm-usage'] })
  try {
    const page = await browser.newPage()
    await page.setViewport({ width: 900, height: 1000 })
    const complaints = [], requests = []
    const origin = `http://127.0.0.1:${server.address().port}`
    page.on('pageerror', error => complaints.push(String(error)))
    page.on('request', request => {
      if (!/^(blob|data|about):/.test(request.url()) && !request.url().startsWith(origin))
        requests.push(request.url())
    })
    await page.goto(origin)
    const shoot = name => page.screenshot({ path: join(folder, `${name}.png`) })
    const seen = await look(page, shoot)
    console.log(JSON.stringify({ ...seen, complaints, requests }))
  } finally {
    await browser.close()
    server.close()
  }
}

/**
 * What a chapter's document shows, measured: the functions below run inside the
 * page, so they are given to it as text.
 */
export const measuring = `
  function measure(doc) {
    const style = made => doc.defaultView.getComputedStyle(made)
    const box = made => { const r = made.getBoundingClientRect(); return {
      left: r.left, right: r.right, top: r.top, bottom: r.bottom,
      em: parseFloat(style(made).fontSize) } }
    const boxes = made => { const range = doc.createRange(); range.selectNodeContents(made)
      return [...range.getClientRects()].map(r => ({ left: r.left, right: r.right, top: r.top,
        bottom: r.bottom })) }
    return {
      text: doc.body.textContent,
      writingMode: style(doc.body).writingMode,
      lines: [...doc.querySelectorAll('p')].map(boxes).filter(found => found.length),
      tcy: [...doc.querySelectorAll('.tcy')].map(made => ({ ...box(made),
        combine: style(made).textCombineUpright })),
      upright: [...doc.querySelectorAll('.upright')].map(made => style(made).textOrientation),
      ruby: [...doc.querySelectorAll('ruby')].map(made => {
        const base = doc.createRange()
        base.selectNodeContents(made.firstChild)
        const rect = base.getBoundingClientRect()
        return { base: { left: rect.left, right: rect.right }, rt: box(made.querySelector('rt')) }
      }),
    }
  }`
