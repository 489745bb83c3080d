// CodeMirror, as the manuscript is edited in it.

import {
  Annotation,
  Decoration,
  defaultKeymap,
  defineLanguageFacet,
  drawSelection,
  EditorState,
  EditorView,
  highlightActiveLine,
  HighlightStyle,
  history,
  historyKeymap,
  keymap,
  Language,
  markdownParser,
  MatchDecorator,
  MergeView,
  searchKeymap,
  syntaxHighlighting,
  tags,
  ViewPlugin,
} from "./codemirror.js";
import { say } from "./said.js";

const markdown = new Language(defineLanguageFacet({}), markdownParser, [], "markdown");

const looks = HighlightStyle.define([
  { tag: tags.heading, class: "cm-heading" },
  { tag: tags.strong, class: "cm-strong" },
  { tag: tags.emphasis, class: "cm-emphasis" },
  { tag: [tags.link, tags.url], class: "cm-link" },
  { tag: [tags.quote, tags.monospace], class: "cm-quiet" },
  { tag: tags.processingInstruction, class: "cm-mark" },
]);

// Readings, emphasis dots, tate-chu-yoko and attributes, which Markdown does not know.
const notation = new MatchDecorator({
  regexp: /\{[^{}|\n]+(?:\|[^{}|\n]+)+\}|《《[^《》\n]+》》|\^[^\s^]{1,4}\^|\{[:.][^{}\n]*\}|\[\^[^\]\n]+\]/g,
  decoration: Decoration.mark({ class: "cm-notation" }),
});
const notationMarks = ViewPlugin.define(
  (view) => ({
    decorations: notation.createDeco(view),
    update(update) {
      this.decorations = notation.updateDeco(update, this.decorations);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

// What CodeMirror says, by its own words.
const phrases = {
  "$ unchanged lines": say("unchanged"),
  "Revert this chunk": say("take-this"),
  Find: say("search-find"),
  Replace: say("search-replace"),
  next: say("search-next"),
  previous: say("search-previous"),
  all: say("search-all"),
  "match case": say("search-case"),
  regexp: say("search-regexp"),
  "by word": say("search-word"),
  replace: say("search-one"),
  "replace all": say("search-every"),
  close: say("search-close"),
};

const programmatic = Annotation.define();
let shared = [];

const common = (nonce) => [
  EditorState.phrases.of(phrases),
  EditorView.lineWrapping,
  EditorView.cspNonce.of(nonce),
  markdown,
  syntaxHighlighting(looks),
  notationMarks,
];

export function chapterState(text, label) {
  return EditorState.create({
    doc: text,
    extensions: [...shared, EditorView.contentAttributes.of({ "aria-label": label, lang: "ja" })],
  });
}

export function editorView(parent, nonce, label, { changed, moved, save }) {
  shared = [
    history(),
    drawSelection(),
    highlightActiveLine(),
    ...common(nonce),
    keymap.of([
      { key: "Mod-s", run: () => (save(), true) },
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed();
      else if (update.selectionSet) moved();
    }),
  ];
  const view = new EditorView({ parent, state: chapterState("", label) });
  view.toMiddle = (place) => EditorView.scrollIntoView(place, { y: "center" });
  return view;
}

// Replace what differs between the text and the editor's, so that cursor and scroll stay.
export function replaceText(view, text) {
  const before = view.state.doc.toString();
  let start = 0;
  const most = Math.min(before.length, text.length);
  while (start < most && before[start] === text[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === text.at(-1 - end)) end += 1;
  view.dispatch({
    changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
    annotations: programmatic.of(true),
  });
}

// Two versions side by side; the left can be edited, and takes a difference from the right.
export function mergeView(parent, nonce, mine, theirs, label, other) {
  const named = (name) => EditorView.contentAttributes.of({ "aria-label": name, lang: "ja" });
  return new MergeView({
    parent,
    a: {
      doc: mine,
      extensions: [...common(nonce), history(), keymap.of([...historyKeymap, ...defaultKeymap]), named(label)],
    },
    b: {
      doc: theirs,
      extensions: [...common(nonce), EditorState.readOnly.of(true), named(other)],
    },
    revertControls: "b-to-a",
    highlightChanges: true,
    collapseUnchanged: { margin: 2 },
  });
}
