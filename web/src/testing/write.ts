import type { UserEvent } from "@testing-library/user-event";

/** Writes a text at a field's end at once: what is tested is rarely each key, and keys are slow. */
export async function write(user: UserEvent, field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}
