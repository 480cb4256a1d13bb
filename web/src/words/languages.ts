import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Words } from "./gather";
import { prefer, preferredLanguage, type Language } from "./preferred";

export { LANGUAGES, type Language } from "./preferred";

/** The words on the screens. */
export const words = createInstance();

type Load = Record<Language, () => Promise<{ default: Words }>>;

const first: Load = { en: () => import("./en"), "zh-CN": () => import("./zh-CN") };
const others: Load = { en: () => import("./others/en"), "zh-CN": () => import("./others/zh-CN") };

/** What of each language is wanted so far: first what the user list needs, the rest with the first other page. */
const wanted = [first];

async function add(language: Language): Promise<void> {
  const loaded = await Promise.all(wanted.map((load) => load[language]()));
  for (const { default: content } of loaded) {
    for (const [namespace, texts] of Object.entries(content)) {
      words.addResourceBundle(language, namespace, texts, true, true);
    }
  }
}

/** What else comes with a language. */
const beside = new Set<(language: Language) => Promise<void>>();

async function use(language: Language): Promise<void> {
  await Promise.all([add(language), ...Array.from(beside, (load) => load(language))]);
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
export async function otherWords(language = words.language as Language): Promise<void> {
  if (!wanted.includes(others)) wanted.push(others);
  await add(language);
}

/** Loads something else that a language has, now and with every language that is chosen later. */
export async function besideWords(load: (language: Language) => Promise<void>): Promise<void> {
  beside.add(load);
  await load(words.language as Language);
}

/** Every word of a language. */
export async function allWords(language: Language): Promise<Words> {
  const [one, other] = await Promise.all([first[language](), others[language]()]);
  return { ...one.default, ...other.default };
}

/** Changes the language now and for the next visits. */
export async function chooseLanguage(language: Language): Promise<void> {
  prefer(language);
  await use(language);
}
