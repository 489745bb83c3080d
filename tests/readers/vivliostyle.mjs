// The EPUB in Vivliostyle Viewer, by the viewer's own buttons.

import { tour } from './tour.mjs'

const VIEWER = '/modules/@vivliostyle/viewer/lib/index.html'
const BOOK = '#src=/book/&bookMode=true&spread=false'
const NIGHT = `@page { background: #111 }
  :root { color: #ddd; font-size: 200% }
  * { font-family: "Noto Sans CJK JP" !important }`

await tour('vivliostyle', { path: VIEWER + BOOK }, `
  const PAGE = '[data-vivliostyle-page-container]'
  const BODY = '[data-vivliostyle-original-tag="body"]'
  const pages = () => [...document.querySelectorAll(PAGE)]
  const shown = () => pages().find(page => page.checkVisibility())
  const pause = time => new Promise(resolve => setTimeout(resolve, time))
  while (document.body.dataset.vivliostyleViewerStatus !== 'complete') await pause(100)

  const press = name => document.querySelector('#vivliostyle-' + name).click()
  // The viewer writes addresses in ids: ":002e" is a full stop.
  const plain = id => id.replace(/:([0-9a-f]{4})/g, (_, code) =>
    String.fromCharCode(parseInt(code, 16))).replace(/^#?viv-id-/, '')
  const panel = () => document.querySelector('[data-vivliostyle-toc-box]')
  press('menu-item_toc-toggle')
  const box = '[data-vivliostyle-toc-box] [role="doc-toc"] a[href]'
  while (!document.querySelector(box) || panel().ariaHidden !== 'false') await pause(100)
  const entries = () => [...document.querySelectorAll(box)]
  const close = async () => {
    while (panel().ariaHidden === 'false') {
      press('menu-item_toc-toggle')
      await pause(500)
    }
  }
  await close()

  const files = new Map()
  for (const page of pages()) {
    const [made] = page.querySelectorAll('[data-vivliostyle-id]')
    if (made) files.set(page.dataset.vivliostyleSpineIndex,
      plain(made.dataset.vivliostyleId).split('#')[0].split('/').pop())
  }
  const spine = () => shown().dataset.vivliostyleSpineIndex
  window.reader = {
    contents: () => entries().map(made => ({
      label: made.textContent.trim(), href: plain(made.getAttribute('href')) })),
    direction: () => document.querySelector('#vivliostyle-viewer-viewport')
      .dataset.vivliostylePageProgression,
    async go(href) {
      entries().find(made => plain(made.getAttribute('href')) === href).click()
      await pause(500)
      await close()
    },
    left: () => press('page-navigation-left'),
    right: () => press('page-navigation-right'),
    place: () => ({ file: files.get(spine()), fraction: pages().indexOf(shown()) }),
    // Notes stand at the foot of the page, outside the body.
    roots: () => pages().filter(page => page.dataset.vivliostyleSpineIndex === spine())
      .flatMap(page => [...page.querySelectorAll(\`\${BODY}, aside:not(\${BODY} aside)\`)]),
    target: made => plain(made.getAttribute('href')).split('#')[1],
    night: () => '${VIEWER}?night${BOOK}&userStyle=data:text/css,${encodeURIComponent(NIGHT)}',
  }`)
