// The EPUB in a frame of the size of a device, page by page, as a reading system shows it.

import { by, get } from "./said.js";

// The screens in CSS px, and how far their inner margin is.
const DEVICES = {
  phone: { width: 390, height: 720, margin: 24 },
  "six-inch": { width: 536, height: 724, margin: 36 },
  tablet: { width: 820, height: 1100, margin: 60 },
};
// A change of the book shows when the typing has rested for so many milliseconds.
const REST = 1200;

export class Reader {
  constructor({ failed }) {
    this.failed = failed;
    this.frame = by("reader");
    this.documents = [];
    this.section = "";
    this.unit = 0;
    this.version = 0;
    this.page = 0;
    this.isLaidOut = false;
    this.frame.addEventListener("load", () => this.laidOut());
    for (const id of ["device", "type-size", "night"])
      by(id).addEventListener("input", () => this.set());
    by("reader-next").addEventListener("click", () => this.turn(1));
    by("reader-back").addEventListener("click", () => this.turn(-1));
    new ResizeObserver(() => this.fit()).observe(by("device-room"));
  }

  update(chapters) {
    if (!this.section && chapters.length) this.section = chapters[0].section;
    this.stale();
  }

  stale() {
    clearTimeout(this.timer);
    this.isStale = true;
    if (this.isOpen) this.timer = setTimeout(() => this.make(), REST);
  }

  open() {
    this.isOpen = true;
    if (this.isStale || !this.documents.length) this.make();
    this.fit();
  }

  close() {
    this.isOpen = false;
  }

  async make() {
    try {
      this.documents = await get("/epub");
      this.isStale = false;
      this.version += 1;
      this.load();
    } catch (error) {
      this.failed(error);
    }
  }

  // The place being edited: a flow unit of a section of the book.
  show(section, unit) {
    const isOther = section !== this.section;
    this.section = section;
    this.unit = unit;
    if (!this.isOpen || this.isStale) return;
    if (isOther) this.load();
    else this.toPlace();
  }

  load() {
    const name = this.documents.find((each) => each.endsWith(`/${this.section}.xhtml`)) ?? this.documents[0];
    this.isLaidOut = false;
    if (name) this.frame.src = `/epub/${name}?${this.version}`;
  }

  get root() {
    return this.frame.contentDocument?.documentElement;
  }

  laidOut() {
    if (!this.root || this.frame.contentDocument.URL === "about:blank") return;
    const link = this.frame.contentDocument.createElementNS("http://www.w3.org/1999/xhtml", "link");
    link.setAttribute("rel", "stylesheet");
    link.setAttribute("href", "/static/reading.css");
    link.addEventListener("load", () => {
      this.isLaidOut = true;
      this.set();
    });
    this.root.querySelector("head").append(link);
    this.frame.contentDocument.addEventListener("click", (event) => {
      // Links of the book lead to its documents, and no further.
      if (event.target.closest("a")) event.preventDefault();
    });
    this.frame.contentDocument.addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft" || event.key === "PageDown") this.turn(1);
      else if (event.key === "ArrowRight" || event.key === "PageUp") this.turn(-1);
      else return;
      event.preventDefault();
    });
  }

  set() {
    const { width, height, margin } = DEVICES[by("device").value];
    this.frame.width = width;
    this.frame.height = height;
    const { root } = this;
    if (root && this.isLaidOut) {
      root.style.setProperty("--margin", `${margin}px`);
      root.style.setProperty("--type", `${by("type-size").value}%`);
      root.classList.toggle("night", by("night").checked);
    }
    this.frame.classList.toggle("night", by("night").checked);
    this.fit();
    this.toPlace();
  }

  // The device is as large as there is room for.
  fit() {
    const room = by("device-room");
    const { width, height } = DEVICES[by("device").value];
    const scale = Math.min(1, (room.clientWidth - 16) / width, (room.clientHeight - 16) / height);
    this.frame.style.setProperty("--scale", Math.max(0.2, scale));
  }

  get isVertical() {
    return getComputedStyle(this.frame.contentDocument.body).writingMode.startsWith("vertical");
  }

  // In vertical writing columns follow one another downwards, in horizontal writing rightwards;
  // a page of the screen is one of them.
  get step() {
    const { innerHeight, innerWidth } = this.frame.contentWindow;
    return this.isVertical ? innerHeight : innerWidth;
  }

  get count() {
    const { scrollHeight, scrollWidth } = this.frame.contentDocument.body;
    return Math.max(1, Math.ceil(((this.isVertical ? scrollHeight : scrollWidth) - 1) / this.step));
  }

  turnTo(page) {
    this.page = Math.max(0, Math.min(this.count - 1, page));
    const axis = this.isVertical ? "Y" : "X";
    this.frame.contentDocument.body.style.transform = `translate${axis}(${-this.page * this.step}px)`;
  }

  turn(pages) {
    if (!this.isLaidOut) return;
    if (this.page + pages >= 0 && this.page + pages < this.count) {
      this.turnTo(this.page + pages);
      return;
    }
    const at = this.documents.findIndex((each) =>
      this.frame.contentDocument.URL.includes(encodeURI(each)),
    );
    const next = this.documents[at + pages];
    if (!next) return;
    this.section = next.split("/").at(-1).replace(".xhtml", "");
    this.unit = pages > 0 ? 0 : Infinity;
    this.load();
  }

  toPlace() {
    if (!this.isLaidOut) return;
    this.turnTo(0);
    const box = this.boxOf(this.unit);
    if (box) this.turnTo(Math.floor((this.isVertical ? box.top : box.left) / this.step));
  }

  // Where the flow unit is: characters but for white space, readings and notes (pdf.page_starts).
  boxOf(unit) {
    const { contentDocument } = this.frame;
    const body = contentDocument.querySelector("section") ?? contentDocument.body;
    const walker = contentDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    let left = unit;
    let last = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("rt, aside")) continue;
      for (let at = 0; at < node.data.length; at += 1) {
        if (!node.data[at].trim()) continue;
        last = [node, at];
        if (left <= 0) return this.boxAt(node, at);
        left -= 1;
      }
    }
    return last && this.boxAt(...last);
  }

  boxAt(node, at) {
    const range = this.frame.contentDocument.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  }
}
