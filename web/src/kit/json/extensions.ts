import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { linter, lintKeymap, type Diagnostic } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { styleNonce } from "../../session/configuration";
import { colours } from "./colours";
import { faultOf, type Fault } from "./fault";

/** By what an editor differs from others. */
export interface EditorOptions {
  label: string;
  /** The id of what describes it, for screen readers. */
  describedBy: string;
  readOnly: boolean;
  /** Whether the text must be an object. */
  object: boolean;
  /** The words for a fault. */
  words: (fault: Fault) => string;
  changed: (text: string) => void;
}

const look = EditorView.theme({
  "&": { fontSize: "13px", color: "var(--mantine-color-text)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mantine-font-family-monospace)", lineHeight: "1.6", maxHeight: "32rem" },
  ".cm-content, .cm-gutter": { minHeight: "var(--json-least, 0)" },
  ".cm-content": { padding: "10px 0", caretColor: "var(--mantine-color-text)" },
  ".cm-gutters": {
    color: "var(--mantine-color-dimmed)",
    backgroundColor: "transparent",
    borderRight: "1px solid var(--mantine-color-default-border)",
  },
  ".cm-cursor": { borderLeftColor: "var(--mantine-color-text)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--room-accent-soft) 45%, transparent)" },
  ".cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--mantine-primary-color-filled) 28%, transparent)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--room-accent-soft)", outline: "none" },
  ".cm-foldPlaceholder": {
    color: "var(--mantine-color-dimmed)",
    backgroundColor: "var(--room-hover)",
    borderColor: "var(--mantine-color-default-border)",
  },
  ".cm-tooltip": {
    color: "var(--mantine-color-text)",
    backgroundColor: "var(--room-card)",
    border: "1px solid var(--mantine-color-default-border)",
    borderRadius: "var(--mantine-radius-sm)",
  },
});

function checking({ object, words }: EditorOptions): Extension {
  const check = (view: EditorView): Diagnostic[] => {
    const text = view.state.doc.toString();
    const fault = faultOf(text, object);
    if (!fault) return [];
    const from = Math.min(fault.at, text.length);
    return [{ from, to: Math.min(from + 1, text.length), severity: "error", message: words(fault) }];
  };
  return linter(check, { delay: 250 });
}

/** All that makes an editor for JSON: keys, colours, checking. */
export function extensionsOf(options: EditorOptions): Extension {
  const writing = [history(), indentOnInput(), highlightActiveLine(), checking(options)];
  return [
    EditorView.cspNonce.of(styleNonce()),
    EditorState.readOnly.of(options.readOnly),
    EditorView.contentAttributes.of({
      "aria-label": options.label,
      "aria-describedby": options.describedBy,
      tabindex: "0",
      ...(options.readOnly ? { "aria-readonly": "true" } : {}),
    }),
    lineNumbers(),
    foldGutter(),
    json(),
    indentUnit.of("  "),
    bracketMatching(),
    colours,
    drawSelection(),
    EditorView.lineWrapping,
    options.readOnly ? [] : writing,
    // Tab indents; after Escape it goes on to the next field, as CodeMirror has it.
    keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap, indentWithTab]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) options.changed(update.state.doc.toString());
    }),
    look,
  ];
}
