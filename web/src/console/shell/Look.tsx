import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import type { ReactNode } from "react";
import { styleNonce } from "../../session/configuration";
import "../../theme/styles";
import { theme, variables } from "../../theme/theme";

const scheme = localStorageColorSchemeManager({ key: "anteroom.theme" });

// Open dialogs keep the page behind them still by a style of their own, which asks for its nonce by this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

/** Colours and fonts for everything below: light or dark as the system has it, or as the person chose. */
export function Look({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      colorSchemeManager={scheme}
      getStyleNonce={styleNonce}
      deduplicateCssVariables={false}
    >
      {children}
    </MantineProvider>
  );
}
