// What a reading system shows, measured. This runs inside its page, so it is given to it as text.
// "roots" are the elements that hold the text of the document shown.

export const measuring = `window.measuring = (() => {
  const style = made => made.ownerDocument.defaultView.getComputedStyle(made)
  const unique = values => [...new Set(values)].sort()

  function find(roots, selector) {
    return roots.flatMap(root => [
      ...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)])
  }

  /* Where the parts of the element stand in the page, wherever the frame around it does. */
  function rects(made) {
    const range = made.ownerDocument.createRange()
    const frame = made.ownerDocument.defaultView.frameElement?.getBoundingClientRect()
    const [x, y] = frame ? [frame.left, frame.top] : [0, 0]
    range.selectNodeContents(made)
    return [...range.getClientRects()].filter(r => r.width && r.height).map(r => ({
      left: x + r.left, right: x + r.right, top: y + r.top, bottom: y + r.bottom }))
  }

  /* A range for each character of the element, whatever stands around it. */
  function characters(made) {
    const walker = made.ownerDocument.createTreeWalker(made, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode())
      for (let at = 0; at < walker.currentNode.length; at++) {
        const range = made.ownerDocument.createRange()
        range.setStart(walker.currentNode, at)
        range.setEnd(walker.currentNode, at + 1)
        found.push(range)
      }
    return found
  }

  /* The first part of the element that the reader has before their eyes. */
  function visible(made) {
    return rects(made).find(r => r.left >= -1 && r.right <= innerWidth + 1 && r.top >= -1
      && r.top < innerHeight)
  }

  function whole(made) {
    const frame = made.ownerDocument.defaultView.frameElement?.getBoundingClientRect()
    const { left, width, height } = made.getBoundingClientRect()
    return { left: left + (frame?.left ?? 0), width, height }
  }

  function measure(roots) {
    const all = selector => find(roots, selector)
    const box = made => { const r = made.getBoundingClientRect(); return {
      left: r.left, right: r.right, top: r.top, bottom: r.bottom } }
    return {
      text: roots.map(root => root.textContent).join(''),
      writingModes: unique(all('h1, p, li, td').map(made => style(made).writingMode)),
      lines: all('p').map(rects).filter(found => found.length),
      tcy: all('.tcy').filter(made => rects(made).length).map(made => ({
        combine: style(made).textCombineUpright,
        tops: characters(made).map(range => range.getBoundingClientRect().top) })),
      upright: all('.upright').map(made => style(made).textOrientation),
      ruby: all('ruby').filter(made => rects(made).length).map(made => {
        const base = made.ownerDocument.createRange()
        base.selectNodeContents(made.firstChild)
        const { left, right } = base.getBoundingClientRect()
        return { base: { left, right }, rt: box(made.querySelector(':scope > rt')),
          under: style(made).rubyPosition === 'under' }
      }),
      pictures: all('img, image').filter(made => made.checkVisibility()).map(made => ({
        loaded: made.localName !== 'img' || made.complete && made.naturalWidth > 0,
        ...whole(made) })),
    }
  }

  /* What the reader's own colours and font came to: those of all text, the colours of boxes and
     of lines around them, and what is done to pictures. */
  function dress(roots) {
    const all = find(roots, '*')
    const withText = all.filter(made => [...made.childNodes].some(
      node => node.nodeType === 3 && node.data.trim()))
    return {
      colors: unique(withText.map(made => style(made).color)),
      fonts: unique(withText.map(made => style(made).fontFamily)),
      boxes: unique(all.map(made => style(made).backgroundColor)),
      borders: unique(all.filter(made => parseFloat(style(made).borderTopWidth)).map(
        made => style(made).borderTopColor)),
      filters: unique(all.filter(made => made.localName === 'img').map(
        made => style(made).filter)),
    }
  }

  return { dress, find, measure, visible }
})()`
