import { useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconLanguage, IconLogout, IconMoon, IconSun, type Icon } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../session/SessionContext";
import { chooseLanguage, LANGUAGES, type Language } from "../../../words/languages";
import { ENTRIES } from "./entries";
import { useBothWords } from "./useBothWords";

/** A line of the palette. */
export interface Choice {
  id: string;
  group: "recent" | "people" | "pages" | "actions";
  label: string;
  /** By what it is found. */
  names: string[];
  icon: Icon;
  run: () => void;
}

/** Pages and actions that the person may use. */
export function useChoices(): Choice[] {
  const { t } = useTranslation("shell");
  const session = useSession();
  const navigate = useNavigate();
  const names = useBothWords();
  const { setColorScheme } = useMantineColorScheme();
  const entries = ENTRIES.filter(({ scope }) => !scope || session.may(scope)).map(
    ({ id, group, name, icon, to, search }): Choice => ({
      id,
      group,
      label: t(name),
      names: [t(name), ...names(name)],
      icon,
      run: () => void navigate({ to, search }),
    }),
  );
  const action = (id: string, name: string, icon: Icon, run: () => void): Choice => {
    const known = names(`shell:palette.action.${name}`);
    return { id, group: "actions", label: t(`palette.action.${name}`), names: known, icon, run };
  };
  return [
    ...entries,
    action("light", "light", IconSun, () => setColorScheme("light")),
    action("dark", "dark", IconMoon, () => setColorScheme("dark")),
    action("auto", "auto", IconDeviceDesktop, () => setColorScheme("auto")),
    ...Object.entries(LANGUAGES).map(([language, label]): Choice => ({
      id: `language-${language}`,
      group: "actions",
      label: t("palette.action.language", { language: label }),
      names: [label, language, ...names("shell:profile.language")],
      icon: IconLanguage,
      run: () => void chooseLanguage(language as Language),
    })),
    action("sign-out", "signOut", IconLogout, () => session.signOut()),
  ].map((choice) => ({ ...choice, names: [choice.label, ...choice.names] }));
}
