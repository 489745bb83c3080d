// The title and the author of the book: a form that a button of the head opens.

import { by } from "./said.js";

export class Names {
  constructor({ decide }) {
    this.told = { title: "", author: "" };
    by("name-book").addEventListener("click", () => this.show(by("names").hidden));
    by("names-cancel").addEventListener("click", () => this.show(false));
    by("names").addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.show(false);
    });
    by("names").addEventListener("submit", async (event) => {
      event.preventDefault();
      const asked = { kind: "names", title: by("book-title").value, author: by("author").value };
      if (await decide(asked)) this.show(false);
    });
  }

  update({ title, author, untitled }) {
    this.told = { title: untitled ? "" : title, author };
    by("name-book").disabled = false;
  }

  show(open) {
    by("names").hidden = !open;
    by("name-book").setAttribute("aria-expanded", open);
    if (open) {
      by("book-title").value = this.told.title;
      by("author").value = this.told.author;
    }
    by(open ? "book-title" : "name-book").focus();
  }
}
