// The manuscript: a chapter in the editor, set as it is typed, saved when the typing rests.

import { chapterState, editorView, mergeView, replaceText } from "./editor.js";
import { announce, by, element, get, Lost, post, put, Refusal, say } from "./said.js";

// Milliseconds after the last key until the chapter is saved, and until a place is asked for.
const REST = 1000;
const LOOK = 120;
// Until all pages of a book with a long chapter are set.
const WHOLE = 1500;

export class Manuscript {
  constructor({ nonce, follow, failed, set, saved }) {
    Object.assign(this, { nonce, follow, failed, set, told: saved });
    this.chapters = [];
    this.name = "";
    this.digest = "";
    this.savedText = "";
    this.view = editorView(by("editor"), nonce, say("manuscript"), {
      changed: () => this.changed(),
      moved: () => this.moved(),
      save: () => this.save().catch(failed),
    });
    by("chapter-choice").addEventListener("change", (event) =>
      this.go(event.target.value, 0, 0).catch(failed),
    );
    by("take-mine").addEventListener("click", () => this.settle(true).catch(failed));
    by("take-theirs").addEventListener("click", () => this.settle(false).catch(failed));
  }

  get text() {
    return this.view.state.doc.toString();
  }

  get isDirty() {
    return Boolean(this.name) && (this.text !== this.savedText || Boolean(this.conflict));
  }

  async update(chapters) {
    this.chapters = chapters;
    const choice = by("chapter-choice");
    choice.replaceChildren(
      ...chapters.map((chapter) => element("option", { value: chapter.name }, chapter.title)),
    );
    by("manuscript-pane").hidden = !chapters.length;
    const chapter = chapters.find((each) => each.name === this.name);
    if (!chapter) {
      this.name = "";
      if (chapters.length) await this.open(chapters[0].name);
      return;
    }
    choice.value = this.name;
    if (chapter.digest === this.digest) return;
    const file = await get("/chapter", { name: this.name });
    if (file.digest === this.digest) return;
    if (this.isDirty && file.text !== this.text) this.clash(file);
    else this.take(file, say("read-again"));
  }

  async open(name) {
    const file = await get("/chapter", { name });
    this.name = name;
    this.digest = file.digest;
    this.savedText = file.text;
    this.quiet = true;
    const { title } = this.chapters.find((chapter) => chapter.name === name);
    this.view.setState(chapterState(file.text, say("editor", { chapter: title })));
    this.quiet = false;
    by("chapter-choice").value = name;
    this.show("");
  }

  // The text of the disk is taken over where it changed; the rest stays where it is.
  take(file, message) {
    this.digest = file.digest;
    this.savedText = file.text;
    this.quiet = true;
    replaceText(this.view, file.text);
    this.quiet = false;
    this.show("");
    if (message) announce(message);
  }

  // The cursor goes to the line (from 0); quietly, if the other panes are there already.
  async go(name, line, column, quietly = false) {
    if (name !== this.name) {
      await this.save();
      if (this.conflict) return;
      await this.open(name);
    }
    const { doc } = this.view.state;
    const { from, length } = doc.line(Math.min(line + 1, doc.lines));
    const place = from + Math.min(column, length);
    this.quiet = quietly;
    this.view.dispatch({ selection: { anchor: place }, effects: this.view.toMiddle(place) });
    this.quiet = false;
  }

  place() {
    const { head } = this.view.state.selection.main;
    const line = this.view.state.doc.lineAt(head);
    return { line: line.number - 1, column: head - line.from };
  }

  moved() {
    if (this.quiet || !this.name) return;
    clearTimeout(this.looking);
    this.looking = setTimeout(async () => {
      if (this.isSetting) return;
      try {
        this.follow(await get("/place", { chapter: this.name, ...this.place() }));
      } catch (error) {
        this.failed(error);
      }
    }, LOOK);
  }

  changed() {
    if (this.quiet || !this.name) return;
    this.show("unsaved");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save().catch(this.failed), REST);
    this.setPages();
  }

  // One text is set at a time; of those typed meanwhile the newest is next. Of a long chapter
  // the pages around the cursor come first, and all the others when the typing rests.
  async setPages(whole = false) {
    clearTimeout(this.wholly);
    if (this.isSetting) {
      this.isNext = true;
      return;
    }
    this.isSetting = true;
    try {
      do {
        this.isNext = false;
        const { name, text } = this;
        const told = await post("/draft", { name, text, whole, ...this.place() });
        if (name === this.name) this.set(told);
        if (!told.whole) this.wholly = setTimeout(() => this.setPages(true), WHOLE);
        whole = false;
      } while (this.isNext);
    } catch (error) {
      this.failed(error);
    } finally {
      this.isSetting = false;
    }
  }

  async save() {
    clearTimeout(this.timer);
    while (this.saving) await this.saving;
    if (!this.name || this.conflict || this.text === this.savedText) return;
    this.saving = this.write(this.text, this.digest);
    try {
      await this.saving;
    } finally {
      this.saving = null;
    }
  }

  async write(text, digest) {
    const { name } = this;
    this.show("saving");
    try {
      const told = await put("/chapter", { name, text, digest });
      this.digest = told.digest;
      this.savedText = text;
      this.show(this.text === text ? "saved" : "unsaved");
      this.told(told.state);
    } catch (error) {
      this.show("not-saved");
      if (error instanceof Refusal && error.status === 409) {
        this.clash(error.answer.there);
        return;
      }
      if (error instanceof Lost) this.timer = setTimeout(() => this.save().catch(this.failed), 2000);
      throw error;
    }
  }

  show(name) {
    by("saved").textContent = name && say(name);
    by("saved").dataset.state = name;
  }

  // Both texts are shown; nothing is written until it is chosen which.
  clash(there) {
    clearTimeout(this.timer);
    this.conflict?.merge.destroy();
    by("merge").replaceChildren();
    this.conflict = {
      there,
      merge: mergeView(by("merge"), this.nonce, this.conflict ? this.conflict.merge.a.state.doc.toString() : this.text, there.text, say("mine"), say("theirs")),
    };
    by("conflict").hidden = false;
    by("editor").hidden = true;
    this.show("not-saved");
    by("take-mine").focus();
  }

  async settle(isMine) {
    const { there, merge } = this.conflict;
    const mine = merge.a.state.doc.toString();
    merge.destroy();
    this.conflict = null;
    by("conflict").hidden = true;
    by("editor").hidden = false;
    this.take(there, "");
    if (isMine) {
      replaceText(this.view, mine);
      await this.save();
    } else this.setPages();
    this.view.focus();
  }
}
