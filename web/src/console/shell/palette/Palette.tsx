import { Loader, Modal, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useId, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Choices } from "./Choices";
import classes from "./Palette.module.css";
import { Hints } from "./Hints";
import { useFound, type Found } from "./useFound";

/** Where a key leads from a place in a list of so many. */
function moved(key: string, place: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === "ArrowDown") return (place + 1) % count;
  if (key === "ArrowUp") return (place + count - 1) % count;
  if (key === "PageDown") return Math.min(place + 5, count - 1);
  if (key === "PageUp") return Math.max(place - 5, 0);
  return undefined;
}

/** Goes anywhere and does anything by its name: pages, users, actions. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("shell");
  const id = useId();
  const [text, setText] = useState("");
  const [place, setPlace] = useState(0);
  const { found, isSearching } = useFound(text);
  const active = Math.min(place, Math.max(found.length - 1, 0));

  function run(choice: Found) {
    onClose();
    choice.run();
  }
  function press(event: KeyboardEvent) {
    // Enter also ends a word that an input method composes.
    if (event.nativeEvent.isComposing) return;
    const next = moved(event.key, active, found.length);
    const chosen = event.key === "Enter" ? found[active] : undefined;
    if (next === undefined && !chosen) return;
    event.preventDefault();
    if (next !== undefined) setPlace(next);
    if (chosen) run(chosen);
  }

  return (
    <Modal.Root opened onClose={onClose} centered={false} yOffset="12vh" padding={0} size="lg">
      <Modal.Overlay backgroundOpacity={0.45} blur={1} />
      <Modal.Content aria-label={t("palette.open")}>
        <Modal.Body>
          <TextInput
            data-autofocus
            classNames={{ input: classes["input"] ?? "" }}
            variant="unstyled"
            size="md"
            leftSection={<IconSearch size={18} aria-hidden />}
            rightSection={isSearching && <Loader size={16} />}
            // A text field with a list of one's own below.
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="combobox"
            aria-label={t("palette.open")}
            aria-expanded={found.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
            aria-autocomplete="list"
            autoComplete="off"
            spellCheck={false}
            placeholder={t("palette.placeholder")}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setPlace(0);
            }}
            onKeyDown={press}
          />
          <Choices id={id} found={found} active={active} point={setPlace} run={run} />
          <Text component="output" size="sm" c="dimmed" className={classes["nothing"]}>
            {found.length === 0 && !isSearching && t("palette.nothing")}
          </Text>
          <Hints />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
