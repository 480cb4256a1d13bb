import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Section } from "./sections";
import classes from "./Settings.module.css";

/** The ways between the sections: a column, on narrow screens a row. */
export function SectionMenu({ sections, shown }: { sections: Section[]; shown: string | undefined }) {
  const { t } = useTranslation("settings");
  const menu = useRef<HTMLElement>(null);
  useEffect(() => {
    // In a row the section that is shown may be out of sight; the page itself does not move.
    const entry = shown && menu.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (entry) menu.current?.scrollTo?.({ left: entry.offsetLeft - menu.current.offsetLeft - 32 });
  }, [shown]);
  return (
    <nav aria-label={t("title")} className={classes["menu"]} ref={menu}>
      {sections.map((section) => (
        <Link
          key={section.id}
          to={`/settings/${section.id}`}
          className={classes["entry"]}
          activeProps={{ "data-active": true, "aria-current": "page" } as object}
        >
          <section.icon size={16} stroke={1.7} aria-hidden />
          {t(`section.${section.id}`)}
        </Link>
      ))}
    </nav>
  );
}
