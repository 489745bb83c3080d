// What is done in every reading system. Each defines in its page an object "reader":
//
// contents()   the entries of the contents, each { label, href }
// direction()  "rtl" where pages turn to the left
// go(href)     follow an entry of the contents
// left(), right()   turn a page; where a reading system has no pages they are not there
// place()      { file, fraction }: the document shown, and how far in the book the page is
// roots()      the elements that hold the text of that document
// night()      set the reader's own colours (light on dark), a font and twice the size; may
//              return the path of a page that has them
// scroll()     show the text without pages, to be scrolled through; not there where it always is
//              or never is
// target(a)    the id a link leads to, where the reading system writes that in its own way
// popup()      the text of a note that popped up, if the reading system does that

import { observe } from './browser.mjs'
import { measuring } from './measuring.mjs'

/** Shows the book in `shown` (see `observe`), where `script` makes "reader", as `name`. */
export async function tour(name, shown, script) {
  await observe(shown, async (page, shoot) => {
    const visit = new Visit(page, script)
    await visit.begin()
    await shoot(`${name}-1-cover`)
    const [direction, cover] = await page.evaluate(() => [
      reader.direction(), measuring.measure(reader.roots()).pictures])
    const sections = await visit.sections(number => shoot(`${name}-2-toc-${number}`))
    const turned = await visit.turn(
      sections[0].href, number => shoot(`${name}-3-turned-${number}`))
    const note = await visit.note(sections, step => shoot(`${name}-4-note-${step}`))
    const contents = await visit.contents(sections[0].href, direction,
      () => shoot(`${name}-5-contents`))
    const night = await visit.night(sections, number => shoot(`${name}-6-night-${number}`))
    const scrolled = await visit.scrolled(sections, number => shoot(`${name}-7-scrolled-${number}`))
    return { direction, cover, sections, turned, note, contents, night, scrolled }
  })
}

class Visit {
  constructor(page, script) {
    this.page = page
    this.script = script
  }

  /** Makes "reader" in the page. */
  async begin() {
    await this.page.addScriptTag({ content: measuring })
    await this.page.addScriptTag({ type: 'module', content: this.script })
    await this.page.waitForFunction('window.reader', { timeout: 120_000 })
    await this.settle()
  }

  /** Waits until the page stands still. */
  async settle() {
    let before
    for (let still = 0; still < 3;) {
      await new Promise(resolve => setTimeout(resolve, 100))
      const now = await this.page.evaluate(() => JSON.stringify([
        reader.place(), reader.roots().map(root => measuring.visible(root))]))
      still = now === before ? still + 1 : 0
      before = now
    }
  }

  async go(href) {
    await this.page.evaluate(target => reader.go(target), href)
    await this.settle()
  }

  /** Follows every entry of the contents. */
  async sections(shoot) {
    const found = []
    for (const entry of await this.page.evaluate(() => reader.contents())) {
      await this.go(entry.href)
      found.push({ ...entry, ...await this.landed(entry.href) })
      await shoot(found.length)
    }
    return found
  }

  /** What is shown where `href` led, and whether that is before the reader's eyes. */
  landed(href) {
    return this.page.evaluate(target => {
      const id = target.split('#')[1], roots = reader.roots()
      const targets = id ? measuring.find(roots, `[id="${id}"]`) : roots
      return { ...reader.place(), seen: targets.some(made => measuring.visible(made)),
        ...measuring.measure(roots) }
    }, href)
  }

  /** Three pages to the left of `href` and one back; how far in the book each was. */
  async turn(href, shoot) {
    if (!await this.page.evaluate(() => 'left' in reader)) return null
    const place = () => this.page.evaluate(() => reader.place().fraction)
    await this.go(href)
    const turned = [await place()]
    for (const side of ['left', 'left', 'left', 'right']) {
      await this.page.evaluate(way => reader[way](), side)
      await this.settle()
      turned.push(await place())
      await shoot(turned.length - 1)
    }
    return turned
  }

  /** Clicks an entry of the page of contents, which stands before `href`; says where it led. */
  async contents(href, direction, shoot) {
    if (!await this.page.evaluate(() => 'left' in reader)) return null
    await this.go(href)
    // Between the contents and a part of the book that opens on the other side is an empty page.
    for (let pages = 0; pages < 2; pages++) {
      await this.page.evaluate(way => reader[way](), direction === 'rtl' ? 'right' : 'left')
      await this.settle()
      await shoot()
      const entry = await this.click('nav a[href]')
      if (entry) return { text: entry.text, ...await this.page.evaluate(() => reader.place()) }
    }
    return null
  }

  /** Clicks the first call of a note, and then the number of the note. */
  async note(sections, shoot) {
    for (const { href } of sections) {
      await this.go(href)
      const call = await this.click('.noteref')
      if (!call) continue
      await shoot('1')
      const popup = await this.page.evaluate(() => reader.popup?.())
      const seen = await this.sees(call.to)
      const back = popup ? null : await this.click(`[id="${call.to}"] .footnote-number`)
      await shoot('2')
      return { text: call.text, popup, seen, back: back && await this.sees(back.to) }
    }
    return null
  }

  /** Clicks the first `selector` on the page shown; says what it is and where it leads. */
  async click(selector) {
    const found = await this.page.evaluate(wanted => {
      for (const made of measuring.find(reader.roots(), wanted)) {
        const place = measuring.visible(made)
        if (place) return { x: (place.left + place.right) / 2, y: (place.top + place.bottom) / 2,
          text: made.textContent, to: reader.target?.(made) ?? made.hash.slice(1) }
      }
    }, selector)
    if (found) {
      await this.page.mouse.click(found.x, found.y)
      await this.settle()
    }
    return found
  }

  sees(id) {
    return this.page.evaluate(wanted => measuring.find(reader.roots(), wanted).some(
      made => measuring.visible(made)), `[id="${id}"]`)
  }

  /** Every section in the reader's own colours, font and size. */
  async night(sections, shoot) {
    const path = await this.page.evaluate(() => reader.night())
    if (path) {
      await this.page.goto(new URL(path, this.page.url()))
      await this.begin()
    }
    const found = []
    for (const { href } of sections.filter(section => !section.href.includes('#'))) {
      await this.go(href)
      found.push(await this.page.evaluate(() => ({
        ...measuring.dress(reader.roots()), ...measuring.measure(reader.roots()) })))
      await shoot(found.length)
    }
    return found
  }

  /** Every entry of the contents, by text that is scrolled through instead of turned. */
  async scrolled(sections, shoot) {
    if (!await this.page.evaluate(() => 'scroll' in reader)) return null
    await this.page.evaluate(() => reader.scroll())
    const found = []
    for (const { label, href } of sections) {
      await this.go(href)
      found.push({ label, ...await this.landed(href) })
      await shoot(found.length)
    }
    return found
  }
}
