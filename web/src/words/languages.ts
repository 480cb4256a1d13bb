import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Words } from "./gather";

/** The languages of the screens, by their BCP 47 tags. */
export const LANGUAGES = { en: "English", "zh-CN": "简体中文" } as const;
/** One of them. */
export type Language = keyof typeof LANGUAGES;

/** The words on the screens. */
export const words = createInstance();

const CHOICE = "anteroom.language";

const load: Record<Language, () => Promise<{ default: Words }>> = {
  en: () => import("./en"),
  "zh-CN": () => import("./zh-CN"),
};

/** What the person chose here before, else the browser's wish. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(CHOICE);
  if (chosen && chosen in LANGUAGES) return chosen as Language;
  const first = navigator.languages.find((tag) => /^(en|zh)\b/i.test(tag));
  return first && /^zh\b/i.test(first) ? "zh-CN" : "en";
}

async function use(language: Language): Promise<void> {
  for (const [namespace, content] of Object.entries((await load[language]()).default)) {
    words.addResourceBundle(language, namespace, content, true, true);
  }
  await words.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Loads the words of the person's language. */
export async function startWords(language: Language = preferredLanguage()): Promise<void> {
  await words.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await use(language);
}

/** Changes the language now and for the next visits. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(CHOICE, language);
  await use(language);
}
