import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Lets the browser fetch the screens while the sign-in is on its way, which does not wait for them. */
const fetchScreens: Plugin = {
  name: "fetch-screens",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle }) {
      const screens = Object.values(bundle ?? {}).filter(({ fileName }) => /\/screens-/.test(fileName));
      return screens.map(({ fileName }) => {
        const kind = fileName.endsWith(".css") ? "stylesheet" : "modulepreload";
        return {
          tag: "link",
          attrs: { rel: kind, crossorigin: true, href: `/console/${fileName}`, nonce: "__NONCE__" },
        };
      });
    },
  },
};

// The server answers index.html at every path below /console, and fills in nonce and configuration.
export default defineConfig({
  base: "/console/",
  plugins: [react(), fetchScreens],
  html: { cspNonce: "__NONCE__" },
  build: {
    target: "es2022",
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "session", test: /src\/(session\/\w+|words\/preferred)\.ts$|vite\/preload-helper/, priority: 1 },
            // What every visit needs, in one file: it packs better than sixty.
            { name: "screens", test: /src\/console\/start\.tsx$/ },
          ],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    unstubGlobals: true,
    // The files share what they load, which is most of their work; setup.ts clears what a test leaves.
    isolate: false,
    // Whole pages take their time on a busy machine.
    testTimeout: 30_000,
  },
});
