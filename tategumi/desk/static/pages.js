// The pages, as they will be printed: spread below spread, in each the first page on the right.

import { by, element, say } from "./said.js";

export class Pages {
  constructor({ choose }) {
    this.choose = choose;
    this.names = [];
    this.items = [];
    this.page = 0;
    this.list = by("spreads");
    this.scroll = by("page-scroll");
    this.near = new IntersectionObserver((entries) => this.load(entries), {
      root: this.scroll,
      rootMargin: "100% 0px",
    });
    by("single").addEventListener("change", (event) => {
      this.list.classList.toggle("single", event.target.checked);
      this.show(this.page);
    });
    by("page-input").addEventListener("change", (event) => this.show(Number(event.target.value) - 1));
    this.scroll.addEventListener("keydown", (event) => this.key(event));
  }

  update({ pages, first_side }) {
    const structure = pages.length !== this.names.length || first_side !== this.side;
    this.names = pages;
    this.side = first_side;
    if (structure) this.draw();
    for (const [page, item] of this.items.entries()) {
      const name = this.names[page];
      if (item.name === name) continue;
      item.name = name;
      // One that is shown goes on being shown until the new one is there.
      if (item.isNear) this.picture(item);
      else item.picture.removeAttribute("src");
    }
    by("page-input").max = Math.max(1, pages.length);
    this.count();
  }

  draw() {
    const top = this.scroll.scrollTop;
    this.near.disconnect();
    const kept = this.items;
    this.items = this.names.map((_, page) => kept[page] ?? this.item(page));
    const spreads = [];
    const isRight = (page) => (page % 2 === 0) === (this.side === "right");
    for (const [page, item] of this.items.entries()) {
      item.figure.className = `page ${isRight(page) ? "right" : "left"}`;
      if (isRight(page) || !spreads.length) spreads.push(element("li", { class: "spread" }));
      spreads.at(-1).append(item.figure);
    }
    this.list.replaceChildren(...spreads);
    if (!spreads.length) this.list.append(element("li", { class: "none" }, say("no-pages")));
    for (const item of this.items) this.near.observe(item.figure);
    this.scroll.scrollTop = top;
  }

  item(page) {
    const picture = element("img", { alt: say("page-n", { page: page + 1 }), decoding: "async" });
    const figure = element("button", { type: "button", tabindex: -1 }, picture);
    figure.addEventListener("click", () => {
      this.mark(page);
      this.choose(page);
    });
    return { page, picture, figure, name: "" };
  }

  load(entries) {
    for (const { target, isIntersecting } of entries) {
      const item = this.items.find((each) => each.figure === target);
      if (!item) continue;
      item.isNear = isIntersecting;
      if (isIntersecting) this.picture(item);
    }
  }

  picture(item) {
    const address = `/pages/${item.name}.svg`;
    if (item.picture.getAttribute("src") !== address) item.picture.src = address;
  }

  // The page (from 0) comes into view, and is marked as the one that is edited.
  show(page) {
    if (!this.items.length) return;
    const at = Math.max(0, Math.min(this.items.length - 1, page));
    this.mark(at);
    const { figure } = this.items[at];
    const box = figure.getBoundingClientRect();
    const room = this.scroll.getBoundingClientRect();
    if (box.top < room.top || box.bottom > room.bottom)
      this.scroll.scrollTop += box.top - room.top - Math.max(0, (room.height - box.height) / 2);
  }

  mark(page) {
    this.items[this.page]?.figure.classList.remove("here");
    this.page = page;
    this.items[page]?.figure.classList.add("here");
    this.count();
  }

  count() {
    const count = this.names.length;
    by("page-number").textContent = count ? say("page-of", { page: this.page + 1, count }) : "";
    by("page-input").value = this.page + 1;
  }

  key(event) {
    if (event.target !== this.scroll) return;
    const step = this.list.classList.contains("single") ? 1 : 2;
    // The next page lies to the left.
    const steps = {
      ArrowLeft: this.page + step,
      ArrowRight: this.page - step,
      PageDown: this.page + step,
      PageUp: this.page - step,
      Home: 0,
      End: this.items.length - 1,
    };
    if (event.key === "Enter") this.choose(this.page);
    else if (event.key in steps) this.show(steps[event.key]);
    else return;
    event.preventDefault();
  }
}
