import { Button, Group, Text } from "@mantine/core";
import { IconBan, IconUserOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../session/SessionContext";
import type { ActionId } from "./actions";
import classes from "./Bulk.module.css";

/** Recommends what can be undone, on the same selection (S4.L14.3, S4.L14.5). */
export function DeleteInstead({ instead }: { instead: (action: ActionId) => void }) {
  const { t } = useTranslation("users");
  if (!useMay("update:users")) return null;
  return (
    <div className={classes["instead"]}>
      <Text size="sm" mb="xs">
        {t("bulk.instead.text")}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="default" leftSection={<IconBan size={15} />} onClick={() => instead("block")}>
          {t("bulk.instead.block")}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconUserOff size={15} />}
          onClick={() => instead("deactivate")}
        >
          {t("bulk.instead.deactivate")}
        </Button>
      </Group>
    </div>
  );
}
