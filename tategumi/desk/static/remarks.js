// What the press has to say of the manuscript as it is typed, each with the way to its line.

import { by, element, say } from "./said.js";

export class Remarks {
  constructor({ show }) {
    this.show = show;
    this.shown = "";
  }

  update(remarks) {
    // Who reads one is not disturbed by keys that change none.
    const now = JSON.stringify(remarks);
    if (now === this.shown) return;
    this.shown = now;
    by("remarks").hidden = !remarks.length;
    by("remarks-count").textContent = remarks.length;
    by("remark-list").replaceChildren(...remarks.map((remark) => this.item(remark)));
  }

  item({ chapter, title, line, what }) {
    return element(
      "li",
      {},
      element(
        "button",
        { type: "button", class: "question", onclick: () => this.show(chapter, line) },
        element("span", { class: "place" }, say("remark-place", { title, line })),
        element("span", { class: "why" }, what),
      ),
    );
  }
}
