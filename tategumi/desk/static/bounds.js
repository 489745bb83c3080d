// The two boundaries of the text in a seed: handles between its lines, to drag or to move by keys.

import { element, say } from "./said.js";

// A boundary that keys move is written when they rest for so many milliseconds.
const REST = 700;
const PAGE = 10;

export class Bounds {
  constructor(seed, scroll, settle) {
    this.seed = seed;
    this.scroll = scroll;
    this.settle = settle;
    this.handles = { first: this.handle("first", "text-begins"), last: this.handle("last", "text-ends") };
  }

  handle(end, label) {
    const slider = element(
      "div",
      {
        class: `bound ${end}`,
        role: "slider",
        tabindex: 0,
        "aria-label": say(label),
        "aria-orientation": "vertical",
        onkeydown: (event) => this.key(end, event),
        onpointerdown: (event) => this.grasp(end, event),
        onblur: () => this.write(),
      },
      element("span", { "aria-hidden": "true" }, say(label)),
    );
    return { slider, li: element("li", { class: "bound-line" }, slider) };
  }

  set(seed) {
    this.told = { first: seed.first, last: seed.last };
    this.at = { ...this.told };
    this.place();
  }

  // Lines that a boundary may stand at: those that say something.
  get lines() {
    return this.seed.items.filter((item) => item.line.text.trim());
  }

  place() {
    const { first, last } = this.at;
    const { items, list } = this.seed;
    const begin = items.find((item) => item.line.line >= first);
    const end = items.findLast((item) => item.line.line <= last);
    if (!begin || !end) return;
    const moved = this.handles.first.li.nextSibling !== begin.li
      || this.handles.last.li.previousSibling !== end.li;
    // Moving an element takes its focus away.
    const focused = moved && Object.values(this.handles).find(({ slider }) => slider === document.activeElement);
    if (moved) {
      list.insertBefore(this.handles.first.li, begin.li);
      list.insertBefore(this.handles.last.li, end.li.nextSibling);
    }
    for (const item of items)
      item.li.classList.toggle("outside", item.line.line < first || item.line.line > last);
    for (const [name, { slider }] of Object.entries(this.handles)) {
      const item = name === "first" ? begin : end;
      slider.setAttribute("aria-valuemin", 1);
      slider.setAttribute("aria-valuemax", items.at(-1).line.line);
      slider.setAttribute("aria-valuenow", this.at[name]);
      slider.setAttribute(
        "aria-valuetext",
        say("line-n", { line: this.at[name], text: item.line.text.trim().slice(0, 20) }),
      );
    }
    if (focused) {
      this.still = true;
      focused.slider.focus({ preventScroll: true });
      focused.li.scrollIntoView({ block: "nearest" });
      this.still = false;
    }
  }

  move(end, line) {
    const { first, last } = this.at;
    if (end === "first" ? line > last : line < first) return;
    if (this.at[end] === line) return;
    this.at[end] = line;
    this.still = true;
    this.place();
    this.still = false;
  }

  key(end, event) {
    const lines = [...new Set(this.lines.map((item) => item.line.line))];
    const now = lines.findLastIndex((line) => line <= this.at[end]);
    const steps = {
      ArrowDown: now + 1,
      ArrowRight: now + 1,
      ArrowUp: now - 1,
      ArrowLeft: now - 1,
      PageDown: now + PAGE,
      PageUp: now - PAGE,
      Home: 0,
      End: lines.length - 1,
    };
    if (event.key === "Enter") this.write();
    else if (event.key === "Escape") this.set(this.told);
    else if (event.key in steps) {
      this.move(end, lines[Math.max(0, Math.min(lines.length - 1, steps[event.key]))]);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.write(), REST);
    } else return;
    event.preventDefault();
  }

  grasp(end, event) {
    if (event.button) return;
    event.preventDefault();
    const { slider } = this.handles[end];
    slider.focus({ preventScroll: true });
    slider.classList.add("dragged");
    let { clientX, clientY } = event;
    const follow = () => {
      const box = this.scroll.getBoundingClientRect();
      if (clientY < box.top + 24) this.scroll.scrollTop -= 12;
      if (clientY > box.bottom - 24) this.scroll.scrollTop += 12;
      const y = Math.max(box.top + 2, Math.min(box.bottom - 2, clientY));
      const li = document
        .elementsFromPoint(Math.min(clientX, box.right - 20), y)
        .map((each) => each.closest?.("li[data-line]"))
        .find((each) => each && this.seed.list.contains(each));
      if (li && !li.classList.contains("blank")) this.move(end, Number(li.dataset.line));
    };
    const timer = setInterval(follow, 40);
    const moved = (each) => {
      ({ clientX, clientY } = each);
      follow();
    };
    const done = (each) => {
      clearInterval(timer);
      document.removeEventListener("pointermove", moved);
      document.removeEventListener("pointerup", done);
      document.removeEventListener("pointercancel", done);
      slider.classList.remove("dragged");
      if (each.type === "pointerup") this.write();
      else this.set(this.told);
    };
    document.addEventListener("pointermove", moved);
    document.addEventListener("pointerup", done);
    document.addEventListener("pointercancel", done);
  }

  async write() {
    clearTimeout(this.timer);
    if (this.still || !this.told) return;
    const { first, last } = this.at;
    if (first === this.told.first && last === this.told.last) return;
    const before = this.told;
    this.told = { first, last };
    if (!(await this.settle(first, last))) this.set(before);
  }
}
