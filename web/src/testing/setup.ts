import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

afterEach(() => {
  cleanup();
  // Nothing that one test leaves meets the next one, which may stand in another file.
  vi.useRealTimers();
  localStorage.clear();
  sessionStorage.clear();
});

// On a busy machine everything takes longer; a test that waits in vain still fails.
configure({ asyncUtilTimeout: 5_000 });

// Fields that grow with their text listen for fonts; happy-dom has none.
Object.defineProperty(document, "fonts", { configurable: true, value: new EventTarget() });
