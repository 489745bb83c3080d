// The seed: its lines and what became of each, and the two boundaries of the text as handles.

import { Bounds } from "./bounds.js";
import { button, by, element, get, say } from "./said.js";

// So many lines are one block that the browser leaves alone while it is out of sight.
const BLOCK = 50;
const LETTERS = {
  k: ["keep", "keep-as-is"],
  d: ["drop"],
  c: ["chapter-heading"],
  h: ["heading"],
  j: ["join"],
  r: ["replace"],
};

export class Seed {
  constructor({ decide, show }) {
    this.decide = decide;
    this.show = show;
    this.seeds = [];
    this.number = 0;
    this.lines = [];
    this.items = [];
    this.chosen = null;
    this.list = by("seed-lines");
    this.bounds = new Bounds(this, by("seed-scroll"), (first, last) =>
      this.decide({ kind: "bounds", seed: this.number, first, last }),
    );
    by("seed-choice").addEventListener("change", (event) => this.load(Number(event.target.value)));
    by("seed-filter").addEventListener("change", (event) => {
      this.list.dataset.only = event.target.value;
    });
    this.list.addEventListener("keydown", (event) => this.key(event));
  }

  async update(seeds) {
    this.seeds = seeds;
    by("seed-pane").hidden = !seeds.length;
    const choice = by("seed-choice");
    choice.hidden = seeds.length < 2;
    choice.replaceChildren(
      ...seeds.map((seed, number) => element("option", { value: number }, seed.name)),
    );
    if (seeds.length) await this.load(Math.min(this.number, seeds.length - 1));
  }

  async load(number) {
    const lines = await get(`/seeds/${number}`);
    const same = number === this.number && JSON.stringify(lines) === JSON.stringify(this.lines);
    const line = this.chosen?.line.line;
    this.number = number;
    by("seed-choice").value = number;
    if (!same) {
      const focused = this.list.contains(document.activeElement);
      const typed = this.typed();
      const scroll = number === this.shown ? by("seed-scroll").scrollTop : 0;
      this.shown = number;
      this.lines = lines;
      this.draw();
      by("seed-scroll").scrollTop = scroll;
      if (line) this.open(this.items.find((item) => item.line.line === line), focused);
      if (typed) this.type(typed);
    }
    this.bounds.set(this.seeds[number]);
  }

  draw() {
    this.chosen = null;
    this.items = this.lines.map((line) => this.item(line));
    const blocks = [];
    for (let at = 0; at < this.items.length; at += BLOCK)
      blocks.push(...this.items.slice(at, at + BLOCK).map((item) => item.li));
    this.list.replaceChildren(...blocks);
    if (this.items.length) this.items[0].line_button.tabIndex = 0;
  }

  item(line) {
    const fate = line.decided ? say(`decided-${line.decided}`) : say(`fate-${line.fate}`);
    const line_button = element(
      "button",
      { type: "button", class: "line", tabindex: -1, "aria-expanded": "false" },
      element("span", { class: "number" }, line.line),
      element("span", { class: "text", lang: "ja" }, line.text || "\u00a0"),
      fate && element("span", { class: "fate" }, fate),
    );
    const blank = !line.text.trim();
    const li = element(
      "li",
      {
        class: `${line.fate}${blank ? " blank" : ""}`,
        "data-line": line.line,
        "data-decided": line.decided ?? false,
      },
      line_button,
    );
    const item = { line, li, line_button };
    line_button.addEventListener("click", () =>
      item === this.chosen ? this.fold() : this.open(item, true, true),
    );
    return item;
  }

  // The line shows its reasons and buttons; the manuscript goes to it.
  open(item, focus = false, follow = false) {
    if (!item) return;
    this.fold();
    this.chosen = item;
    item.line_button.setAttribute("aria-expanded", "true");
    item.li.append(this.actions(item.line));
    this.rove(item, focus);
    if (follow && item.line.chapter) this.show(item.line.chapter, item.line.at);
  }

  // The words in the open form, and which of its fields is typed in.
  typed() {
    const form = this.chosen?.li.querySelector("form:not([hidden])");
    const fields = form && [...form.querySelectorAll("input")];
    return fields && {
      values: fields.map((field) => field.value),
      focused: fields.indexOf(document.activeElement),
    };
  }

  // The form stands open again as it was, when the lines are drawn anew while somebody types.
  type({ values, focused }) {
    const form = this.chosen?.li.querySelector("form");
    if (!form) return;
    form.hidden = false;
    const fields = form.querySelectorAll("input");
    fields.forEach((field, at) => {
      field.value = values[at];
    });
    fields[focused]?.focus();
  }

  fold() {
    if (!this.chosen) return;
    this.chosen.li.querySelector(".actions")?.remove();
    this.chosen.line_button.setAttribute("aria-expanded", "false");
    this.chosen = null;
  }

  rove(item, focus) {
    for (const each of this.list.querySelectorAll('.line[tabindex="0"]')) each.tabIndex = -1;
    item.line_button.tabIndex = 0;
    item.li.scrollIntoView({ block: "nearest" });
    if (focus) item.line_button.focus({ preventScroll: true });
  }

  actions(line) {
    const asked = (kind, more = {}) => this.decide({ kind, seed: this.number, line: line.line, ...more });
    const kept = !["dropped", "metadata"].includes(line.fate);
    const notes = [];
    for (const [why, found] of line.doubts ?? [])
      notes.push(element("p", { class: "doubt" }, why, found && ": ", found && element("q", { lang: "ja" }, found)));
    if (line.rule) notes.push(element("p", { class: "note" }, line.why || line.rule));
    if (line.rules) notes.push(element("p", { class: "note" }, line.rules.join(say("comma"))));
    if (line.parts)
      notes.push(
        element(
          "p",
          { class: "parts", lang: "ja", "aria-label": say("becomes") },
          ...line.parts.flatMap(([old, now]) =>
            old === now
              ? [now]
              : [old && element("del", {}, old), now && element("ins", {}, now)].filter(Boolean),
          ),
        ),
      );
    const form = this.form(line, asked);
    return element(
      "div",
      { class: "actions" },
      ...notes,
      element(
        "div",
        { class: "buttons", role: "group", "aria-label": say("actions", { line: line.line }) },
        !kept && button("keep", () => asked("keep")),
        line.doubts && button("keep-as-is", () => asked("keep")),
        line.decided !== "drop" && line.fate !== "dropped" && button("drop", () => asked("drop")),
        line.decided && button("undecide", () => asked("undecide")),
        button("replace", () => {
          form.hidden = false;
          form.scrollIntoView({ block: "nearest" });
          form.querySelector("input").focus();
        }),
        line.decided !== "heading" && button("chapter-heading", () => asked("heading", { level: 1 })),
        line.decided !== "heading" && button("heading", () => asked("heading", { level: 2 })),
        line.at && button("join", () => asked("join")),
        line.at && button("show", () => this.show(line.chapter, line.at)),
      ),
      form,
    );
  }

  form(line, asked) {
    const chosen = String(getSelection() ?? "").trim();
    const find = element("input", { lang: "ja", value: line.text.includes(chosen) ? chosen : "" });
    const by_words = element("input", { lang: "ja" });
    const form = element(
      "form",
      {
        hidden: true,
        onsubmit: async (event) => {
          event.preventDefault();
          form.hidden = true;
          form.hidden = await asked("replace", { find: find.value, by: by_words.value });
        },
      },
      element("label", {}, say("find"), " ", find),
      element("label", {}, say("by"), " ", by_words),
      element("button", { type: "submit" }, say("do-replace")),
      button("cancel", () => {
        form.hidden = true;
        this.chosen?.line_button.focus();
      }),
    );
    return form;
  }

  key(event) {
    const item = this.items.find((each) => each.line_button === event.target);
    if (!item || event.ctrlKey || event.metaKey || event.altKey) return;
    const only = this.list.dataset.only;
    const shown = this.items.filter(
      (each) => each.line.text.trim() && (!only || each.line.fate === only),
    );
    const at = shown.indexOf(item);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 };
    if (event.key in steps) {
      event.preventDefault();
      const next = shown[Math.max(0, Math.min(shown.length - 1, steps[event.key]))];
      if (next) this.rove(next, true);
    } else if (event.key === "Escape") {
      this.fold();
    } else if (event.key in LETTERS) {
      event.preventDefault();
      this.open(item, true);
      const wanted = LETTERS[event.key].map((name) => `[data-click="${name}"]`).join();
      item.li.querySelector(wanted)?.click();
    }
  }

  // Another pane is at this line.
  async mark(number, line) {
    if (number !== this.number) await this.load(number);
    for (const each of this.list.querySelectorAll(".here")) each.classList.remove("here");
    const item = this.items.find((each) => each.line.line === line);
    if (!item) return;
    item.li.classList.add("here");
    if (!this.list.contains(document.activeElement)) item.li.scrollIntoView({ block: "nearest" });
  }

  // A question is looked at: its line opens, with the form if words are to be replaced.
  async choose(number, line, replace = false) {
    if (number !== this.number) await this.load(number);
    by("seed-filter").value = "";
    this.list.dataset.only = "";
    const item = this.items.find((each) => each.line.line === line);
    this.open(item, true, !replace);
    if (replace) item?.li.querySelector('[data-click="replace"]').click();
  }
}
