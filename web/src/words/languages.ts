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

type Load = Record<Language, () => Promise<{ default: Words }>>;

const first: Load = { en: () => import("./en"), "zh-CN": () => import("./zh-CN") };
const others: Load = { en: () => import("./others/en"), "zh-CN": () => import("./others/zh-CN") };

/** What of each language is wanted so far: first what the user list needs, the rest with the first other page. */
const wanted = [first];

/** What the person chose here before, else the browser's wish. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(CHOICE);
  if (chosen && chosen in LANGUAGES) return chosen as Language;
  const tag = navigator.languages.find((one) => /^(en|zh)\b/i.test(one));
  return tag && /^zh\b/i.test(tag) ? "zh-CN" : "en";
}

async function add(language: Language): Promise<void> {
  const loaded = await Promise.all(wanted.map((load) => load[language]()));
  for (const { default: content } of loaded) {
    for (const [namespace, texts] of Object.entries(content)) {
      words.addResourceBundle(language, namespace, texts, true, true);
    }
  }
}

async function use(language: Language): Promise<void> {
  await add(language);
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

/** Loads the words that the first page does without. */
export async function otherWords(): Promise<void> {
  if (!wanted.includes(others)) wanted.push(others);
  await add(words.language as Language);
}

/** Every word of a language. */
export async function allWords(language: Language): Promise<Words> {
  const [one, other] = await Promise.all([first[language](), others[language]()]);
  return { ...one.default, ...other.default };
}

/** Changes the language now and for the next visits. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(CHOICE, language);
  await use(language);
}
