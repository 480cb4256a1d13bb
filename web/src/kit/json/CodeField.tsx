import { EditorView } from "@codemirror/view";
import { useEffect, useEffectEvent, useRef, type CSSProperties } from "react";
import { extensionsOf, type EditorOptions } from "./extensions";
import classes from "./Json.module.css";

interface CodeFieldProps extends EditorOptions {
  text: string;
  invalid: boolean;
  minHeight: number | undefined;
}

/** CodeMirror in a frame; loaded when it is first needed. */
export default function CodeField({ text, invalid, minHeight, ...options }: CodeFieldProps) {
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const { label, readOnly, object, describedBy } = options;
  const changed = useEffectEvent(options.changed);
  const words = useEffectEvent(options.words);
  const firstText = useEffectEvent(() => text);

  useEffect(() => {
    if (!frame.current) return;
    const told = { label, readOnly, object, describedBy, changed: (value: string) => changed(value) };
    const extensions = extensionsOf({ ...told, words: (fault) => words(fault) });
    const editor = new EditorView({ parent: frame.current, doc: firstText(), extensions });
    view.current = editor;
    return () => editor.destroy();
  }, [label, readOnly, object, describedBy]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

  const least = { "--json-least": minHeight && `${minHeight}px` } as CSSProperties;
  return <div ref={frame} className={classes["frame"]} data-invalid={invalid || undefined} style={least} />;
}
