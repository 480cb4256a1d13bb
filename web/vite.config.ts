import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The server answers index.html at every path below /console, and fills in nonce and configuration.
export default defineConfig({
  base: "/console/",
  plugins: [react()],
  html: { cspNonce: "__NONCE__" },
  build: { target: "es2022", manifest: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 900 },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    // Whole pages take their time on a busy machine.
    testTimeout: 30_000,
  },
});
