import { Group, Kbd, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "../../session/SessionContext";
import { PLACES } from "./places";

/** The keys, told. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("shell");
  const session = useSession();
  const keys: [string, string[]][] = [
    [t("palette.open"), ["Ctrl / ⌘", "K"]],
    [t("keys.search"), ["/"]],
    [t("keys.create"), ["c"]],
    ...(session.may("read:users") ? ([[t("keys.selected"), ["."]]] satisfies [string, string[]][]) : []),
    [t("keys.help"), ["?"]],
    ...PLACES.filter((place) => session.may(place.scope)).map((place): [string, string[]] => [
      t("keys.go", { place: t(place.name) }),
      ["g", place.key],
    ]),
  ];
  return (
    <Modal opened onClose={onClose} title={t("keys.title")}>
      <Stack gap="xs">
        {keys.map(([name, parts]) => (
          <Group key={name} justify="space-between">
            <Text size="sm">{name}</Text>
            <Group gap={4}>
              {parts.map((part) => (
                <Kbd key={part}>{part}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
