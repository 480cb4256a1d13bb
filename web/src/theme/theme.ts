import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

// The accent of the hosted pages, lightest to darkest; 6 carries white text, 3 stands on dark ground.
const accent: MantineColorsTuple = [
  "#eef1fd",
  "#dbe1fa",
  "#c3ceff",
  "#a9b9ff",
  "#7d92f0",
  "#566fe2",
  "#3a56d4",
  "#2c44b0",
  "#233690",
  "#1a2a70",
];

// The dark ground of the hosted pages, from its text to its deepest shade; Mantine's inputs and lines follow it.
const dark: MantineColorsTuple = [
  "#eceef4",
  "#c5cad6",
  "#a5acbd",
  "#727a8e",
  "#353b4a",
  "#2a2f3c",
  "#1d212c",
  "#171a23",
  "#12151d",
  "#0e1016",
];

const fonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** A list of options scrolls itself: it is what the field points its keys at, which a frame around it would not be. */
const SCROLLING = { maxHeight: "20rem", overflowY: "auto" } as const;

/** How everything looks; what a component needs besides stands in its module's stylesheet. */
export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: 6,
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { accent, dark },
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: {
    fontFamily: fonts,
    fontWeight: "650",
    sizes: { h1: { fontSize: "1.5rem" }, h2: { fontSize: "1.125rem" }, h3: { fontSize: "1rem" } },
  },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    // The colours of light alerts are too faint for words on them (WCAG 2.2, 1.4.3).
    Alert: { styles: { title: { color: "var(--mantine-color-text)" } } },
    Modal: {
      styles: { title: { fontWeight: 650, lineHeight: 1.35 } },
      defaultProps: {
        // Within a dialog it is no banner of the page.
        attributes: { header: { role: "presentation" } },
        centered: true,
        closeButtonProps: { "aria-label": "×" },
        overlayProps: { backgroundOpacity: 0.45, blur: 1 },
      },
    },
    Drawer: {
      styles: { title: { fontWeight: 650 } },
      defaultProps: {
        attributes: { header: { role: "presentation" } },
        overlayProps: { backgroundOpacity: 0.45, blur: 1 },
      },
    },
    // Without it the menu's first child is nothing that a menu may hold (WAI-ARIA 1.2, menu).
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } } },
    Badge: { defaultProps: { radius: "sm", variant: "light", tt: "none", fw: 550 } },
    Paper: { defaultProps: { withBorder: true, radius: "lg" } },
    Table: { defaultProps: { verticalSpacing: "sm", horizontalSpacing: "md" } },
    // What is said of a field stands below it, and does not part it from its name.
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] } },
    // A list of options holds options alone (WAI-ARIA 1.2, listbox): that there are none is one that cannot be chosen.
    ComboboxEmpty: { defaultProps: { role: "option", "aria-disabled": true, "aria-selected": false } },
    Select: {
      styles: { options: SCROLLING },
      defaultProps: { checkIconPosition: "right", comboboxProps: { shadow: "md" }, withScrollArea: false },
    },
    MultiSelect: { styles: { options: SCROLLING }, defaultProps: { withScrollArea: false } },
  },
});

/** The grounds and lines of the hosted pages, and dimmed text that is dark enough to read (WCAG 2.2, 1.4.3). */
export const variables: CSSVariablesResolver = () => ({
  variables: { "--room-header": "56px", "--room-navigation": "232px" },
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#161a25",
    "--mantine-color-dimmed": "#596072",
    "--mantine-color-default-border": "#e2e5ec",
    "--mantine-color-error": "#b42318",
    "--mantine-color-placeholder": "#6a7183",
    "--room-ground": "#f4f5f8",
    "--room-card": "#ffffff",
    "--room-hover": "#f6f7fb",
    "--room-line": "#e2e5ec",
    "--room-accent-text": "#2c44b0",
    "--room-accent-soft": "#eef1fd",
    "--room-bad-soft": "#fef1f0",
  },
  dark: {
    "--mantine-color-body": "#171a23",
    "--mantine-color-text": "#eceef4",
    "--mantine-color-dimmed": "#a5acbd",
    "--mantine-color-default-border": "#2a2f3c",
    "--mantine-color-default": "#1d212c",
    "--mantine-color-default-hover": "#252a37",
    "--mantine-color-error": "#ff9d94",
    "--mantine-color-placeholder": "#949bad",
    // Mantine's is darker than the ground that it lies on, like a hole.
    "--mantine-color-gray-light": "#2a2f3c",
    "--mantine-color-gray-light-hover": "#353b4a",
    "--room-ground": "#0e1016",
    "--room-card": "#171a23",
    "--room-hover": "#1e222d",
    "--room-line": "#2a2f3c",
    "--room-accent-text": "#a9b9ff",
    "--room-accent-soft": "#232b4d",
    "--room-bad-soft": "#3a1c1c",
  },
});
