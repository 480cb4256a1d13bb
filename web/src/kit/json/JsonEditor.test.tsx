import { EditorView } from "@codemirror/view";
import { act, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { show } from "../../testing/render";
import { JsonEditor } from "./JsonEditor";

function Editor({ first }: { first: string }) {
  const [text, setText] = useState(first);
  return (
    <>
      <JsonEditor label="Metadata" text={text} onChange={setText} object />
      <output>{text}</output>
    </>
  );
}

function write(text: string) {
  const view = EditorView.findFromDOM(screen.getByRole("textbox", { name: "Metadata" }));
  act(() => view?.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }));
}

// S2.L21.2
test("what is no JSON is told with the place of its fault, and no longer once it is mended", async () => {
  await show(<Editor first="{}" />);
  await screen.findByRole("textbox", { name: "Metadata" });
  write('{\n  "plan": "pro"\n  "seats": 3\n}');
  expect((await screen.findByRole("alert")).textContent).toBe(
    "Line 3, column 3: a comma or the closing bracket is missing",
  );
  write('{ "plan": "pro" }');
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByRole("status").textContent).toBe('{ "plan": "pro" }');
});

test("what can only be read says so, and names itself", async () => {
  await show(<JsonEditor label="The whole user" hideLabel text='{ "name": "Ada" }' readOnly />);
  const field = await screen.findByRole("textbox", { name: "The whole user" });
  expect(field.getAttribute("aria-readonly")).toBe("true");
  expect(field.textContent).toContain('"Ada"');
});
