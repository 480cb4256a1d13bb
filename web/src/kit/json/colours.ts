import { syntaxTree } from "@codemirror/language";
import { RangeSetBuilder, type Extension } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";
import classes from "./Json.module.css";

/** The classes of the kinds of things in JSON, by the names that the grammar gives them. */
const MARKS = new Map(
  Object.entries({
    PropertyName: "name",
    String: "text",
    Number: "number",
    True: "word",
    False: "word",
    Null: "word",
  }).map(([node, name]) => [node, Decoration.mark({ class: classes[name] ?? "" })]),
);

function marksOf(view: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const mark = MARKS.get(node.name);
        if (mark) marks.add(node.from, node.to, mark);
      },
    });
  }
  return marks.finish();
}

/** Colours by classes of our stylesheet, so that they follow the theme. */
export const colours: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = marksOf(view);
    }
    update(update: ViewUpdate) {
      const isNew = update.docChanged || update.viewportChanged;
      if (isNew || syntaxTree(update.startState) !== syntaxTree(update.state)) this.decorations = marksOf(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
