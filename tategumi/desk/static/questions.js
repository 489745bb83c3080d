// The list of questions to settle, each with what settles it.

import { button, by, element, say } from "./said.js";

export class Questions {
  constructor({ decide, show }) {
    this.decide = decide;
    this.show = show;
  }

  update(questions) {
    by("questions-count").textContent = questions.length;
    const list = by("question-list");
    const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
    list.replaceChildren(...questions.map((question) => this.item(question)));
    if (!questions.length)
      list.append(element("li", { class: "none" }, say("no-questions")));
    // Who settles one after the other goes on with the next.
    if (focused >= 0)
      list.children[Math.min(focused, list.children.length - 1)].querySelector("button")?.focus();
  }

  item(question) {
    const { seed, line } = question;
    const go = element(
      "button",
      { type: "button", class: "question", onclick: () => this.show(seed, line) },
      element("span", { class: "place", title: question.entry }, say("line", { line })),
      element("span", { class: "why" }, question.why),
      question.found && element("q", { lang: "ja" }, question.found),
    );
    return element(
      "li",
      {},
      go,
      element(
        "div",
        { class: "buttons" },
        button("keep-as-is", () => this.decide({ kind: "keep", seed, line })),
        button("drop", () => this.decide({ kind: "drop", seed, line })),
        button("replace", () => this.show(seed, line, true)),
      ),
    );
  }
}
