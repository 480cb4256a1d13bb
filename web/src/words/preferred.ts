/** The languages of the screens, by their BCP 47 tags. */
export const LANGUAGES = { en: "English", "zh-CN": "简体中文" } as const;
/** One of them. */
export type Language = keyof typeof LANGUAGES;

const CHOICE = "anteroom.language";

/** What the person chose here before, else the browser's wish. */
export function preferredLanguage(): Language {
  const chosen = localStorage.getItem(CHOICE);
  if (chosen && chosen in LANGUAGES) return chosen as Language;
  const tag = navigator.languages.find((one) => /^(en|zh)\b/i.test(one));
  return tag && /^zh\b/i.test(tag) ? "zh-CN" : "en";
}

/** Prefers a language at the next visits too. */
export function prefer(language: Language): void {
  localStorage.setItem(CHOICE, language);
}
