// The desk: what the server tells goes to the panes, and what is done in one is followed by the others.

import { Manuscript } from "./manuscript.js";
import { Names } from "./names.js";
import { Pages } from "./pages.js";
import { Questions } from "./questions.js";
import { Reader } from "./reader.js";
import { Remarks } from "./remarks.js";
import { announce, by, get, Lost, post, Refusal, say } from "./said.js";
import { Seed } from "./seed.js";

let state = null;

function showFault(text) {
  by("fault").textContent = text;
  by("fault").hidden = !text;
}

function failed(error) {
  if (error instanceof Lost) showFault(error.message);
  else if (error instanceof Refusal) announce(error.message);
  else throw error;
}

async function apply(told) {
  state = told;
  by("title").textContent = told.title;
  document.title = `${told.title} – ${say("desk")}`;
  by("undo").disabled = !told.undo;
  by("redo").disabled = !told.redo;
  for (const [id, label] of [["undo", told.undo], ["redo", told.redo]])
    by(id).title = label ? say(`label-${label}`) : "";
  showFault(told.fault);
  names.update(told);
  pages.update(told);
  questions.update(told.questions);
  remarks.update(told.remarks);
  await seed.update(told.seeds);
  await manuscript.update(told.chapters);
  reader.update(told.chapters);
}

async function decide(asked) {
  try {
    await manuscript.save();
    await apply(await post("/decide", asked));
    announce(say("done", { label: say(`label-${asked.kind}`) }));
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}

async function replay(path, said) {
  try {
    await manuscript.save();
    const told = await post(path);
    await apply(told);
    announce(say(said, { label: say(`label-${told.label}`) }));
  } catch (error) {
    failed(error);
  }
}

// The place of the cursor has become known: the other panes go there.
function follow(place) {
  if (place.page != null) pages.show(place.page);
  if (place.seed_line) seed.mark(place.seed, place.seed_line);
  if (place.section) reader.show(place.section, place.unit);
}

const names = new Names({ decide });
const pages = new Pages({
  async choose(page) {
    try {
      const place = await get("/place", { page });
      if (!place.chapter) return;
      await manuscript.go(place.chapter, place.line, place.column, true);
      if (place.seed_line) seed.mark(place.seed, place.seed_line);
    } catch (error) {
      failed(error);
    }
  },
});
const seed = new Seed({
  decide,
  show: (chapter, line) => goToLine(chapter, line),
});
const questions = new Questions({
  decide,
  show: (number, line, replace) => seed.choose(number, line, replace).catch(failed),
});
const goToLine = (chapter, line) => manuscript.go(chapter, line - 1, 0).catch(failed);
const remarks = new Remarks({ show: goToLine });
const reader = new Reader({ failed });
const manuscript = new Manuscript({
  nonce: document.body.dataset.nonce,
  follow,
  failed,
  set(told) {
    pages.update(told);
    remarks.update(told.remarks);
    showFault(told.fault);
    follow(told.place);
    reader.stale();
  },
  saved(told) {
    state = told;
    questions.update(told.questions);
    seed.update(told.seeds).catch(failed);
    showFault(told.fault);
  },
});

by("make-book").addEventListener("click", async () => {
  by("make-book").disabled = true;
  try {
    await manuscript.save();
    const { files } = await post("/make");
    announce(say("made-book", { files: files.join("、") }));
  } catch (error) {
    failed(error);
  } finally {
    by("make-book").disabled = false;
  }
});
by("undo").addEventListener("click", () => replay("/undo", "undone"));
by("redo").addEventListener("click", () => replay("/redo", "redone"));

const tabs = [by("tab-pages"), by("tab-epub")];
function choose(tab) {
  for (const each of tabs) {
    const chosen = each === tab;
    each.setAttribute("aria-selected", chosen);
    each.tabIndex = chosen ? 0 : -1;
    by(each.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (tab.id === "tab-epub") reader.open();
  else reader.close();
}
for (const tab of tabs) {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = tabs[1 - tabs.indexOf(tab)];
    choose(other);
    other.focus();
  });
}

function listen() {
  const events = new EventSource("/events");
  let lost = false;
  const renew = async () => {
    try {
      const told = await get("/state");
      if (told.opening) return;
      const isFirst = !state;
      await apply(told);
      if (isFirst) announce(say("ready"));
      if (lost) announce(say("back"));
      lost = false;
      await manuscript.save();
    } catch (error) {
      failed(error);
    }
  };
  events.addEventListener("open", renew);
  events.addEventListener("changed", renew);
  events.addEventListener("step", (event) => {
    const step = JSON.parse(event.data);
    by("work").hidden = !step;
    by("work-name").textContent = step && say(step);
    by("work-done").removeAttribute("value");
  });
  events.addEventListener("progress", (event) => {
    const [done, total] = JSON.parse(event.data);
    by("work-done").value = total ? done / total : 1;
  });
  events.addEventListener("error", () => {
    lost = true;
    showFault(say("lost"));
    // A desk that was started anew may be at this address with another key.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  });
}
listen();

window.addEventListener("beforeunload", (event) => {
  if (manuscript.isDirty) event.preventDefault();
});
