import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// On a busy machine everything takes longer; a test that waits in vain still fails.
configure({ asyncUtilTimeout: 5_000 });

// Fields that grow with their text listen for fonts; happy-dom has none.
Object.defineProperty(document, "fonts", { configurable: true, value: new EventTarget() });
