import { Button, Group } from "@mantine/core";
import { IconFileImport, IconUserPlus, IconUsers } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Empty } from "../../../kit/states";
import { useMay } from "../../../session/SessionContext";

/** Stands where nobody is yet: make the first user, or bring many. */
export function Invitation() {
  const { t } = useTranslation("users");
  const mayCreate = useMay("create:users");
  const ways = mayCreate && (
    <Group justify="center" gap="xs" mt="xs">
      <Button component={Link} to="/users/new" leftSection={<IconUserPlus size={16} />}>
        {t("list.create")}
      </Button>
      <Button component={Link} to="/transfers" variant="default" leftSection={<IconFileImport size={16} />}>
        {t("list.import")}
      </Button>
    </Group>
  );
  return <Empty icon={<IconUsers size={22} />} title={t("list.nobody")} text={t("list.nobodyText")} action={ways} />;
}
