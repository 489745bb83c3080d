// A page of headless Chromium in which a reading system from node_modules shows an EPUB.

import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import puppeteer from 'puppeteer-core'

const QUIET = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync']
const TYPES = {
  '.css': 'text/css', '.html': 'text/html', '.jpg': 'image/jpeg', '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.ncx': 'application/x-dtbncx+xml', '.opf': 'application/oebps-package+xml',
  '.png': 'image/png', '.xhtml': 'application/xhtml+xml', '.xml': 'text/xml' }

/** Serves `html` at /, the EPUB at /book.epub and each of `folders` below its name. */
async function serve(html, epub, folders) {
  const find = path => {
    if (path === '/') return html
    if (path === '/book.epub') return readFile(epub)
    const [, name, ...rest] = path.split('/')
    const inside = normalize(rest.join('/'))
    if (!(name in folders) || inside.startsWith(`..${sep}`)) throw new Error(path)
    return readFile(join(folders[name], inside))
  }
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname)
    try {
      const content = await find(path)
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

/** What the command line says: EPUB, the same unpacked, folder for pictures, modules, Chromium. */
export const [epub, unpacked, folder, modules, chromium] = process.argv.slice(2)

/**
 * Opens `path` (`html` where that is /) and gives the page to `look`; prints as JSON
 * what `look` returns, with what the page complained of (`complaints`) and what it
 * asked of other hosts (`requests`).
 */
export async function observe({ html = '', path = '/' }, look) {
  const server = await serve(html, epub, { book: unpacked, modules })
  const browser = await puppeteer.launch({
    executablePath: chromium, args: QUIET })
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
    await page.goto(origin + path)
    const shoot = name => page.screenshot({ path: join(folder, `${name}.png`) })
    const seen = await look(page, shoot)
    console.log(JSON.stringify({ ...seen, complaints, requests }))
  } finally {
    await browser.close()
    server.close()
  }
}
