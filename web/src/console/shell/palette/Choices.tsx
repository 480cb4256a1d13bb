import { Text } from "@mantine/core";
import { IconCornerDownLeft } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Person } from "../../../kit/Person";
import classes from "./Palette.module.css";
import type { Found } from "./useFound";

// No tag lists options with pictures under headings.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */

interface ChoicesProps {
  id: string;
  found: Found[];
  /** The place of the one that Enter takes. */
  active: number;
  point: (place: number) => void;
  run: (choice: Found) => void;
}

/** The lines of the palette, a heading a group. */
export function Choices({ id, found, active, point, run }: ChoicesProps) {
  const { t } = useTranslation("shell");
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <div role="listbox" id={`${id}-list`} aria-label={t("palette.open")} className={classes["list"]}>
      {groups.map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <Text size="xs" fw={600} c="dimmed" id={`${id}-${group}`} className={classes["group"]}>
            {t(`palette.${group}`)}
          </Text>
          {found.map((choice, place) => {
            if (choice.group !== group) return null;
            return (
              // The field above has the focus and the keys, as listboxes of comboboxes do.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={choice.id}
                role="option"
                id={`${id}-${place}`}
                aria-selected={place === active}
                className={classes["option"]}
                onPointerMove={() => point(place)}
                onClick={() => run(choice)}
              >
                <Line choice={choice} />
                <IconCornerDownLeft size={14} aria-hidden className={classes["enter"]} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Line({ choice }: { choice: Found }) {
  if (choice.user) return <Person user={choice.user} />;
  return (
    <>
      <choice.icon size={18} stroke={1.7} aria-hidden className={classes["icon"]} />
      <Text size="sm" truncate>
        {choice.label}
      </Text>
    </>
  );
}
