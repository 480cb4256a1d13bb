import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconApps, IconUpload, IconUserPlus } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../../session/SessionContext";

/** What administrators come for most. */
export function QuickActions() {
  const { t } = useTranslation("home");
  const navigate = useNavigate();
  const mayCreate = useMay("create:users");
  const mayApply = useMay("create:clients");
  useHotkeys(mayCreate ? [["c", () => void navigate({ to: "/users/new" })]] : []);
  return (
    <>
      {mayApply && (
        <Button component={Link} to="/applications/new" variant="default" leftSection={<IconApps size={16} />}>
          {t("action.application")}
        </Button>
      )}
      {mayCreate && (
        <Button component={Link} to="/transfers/import" variant="default" leftSection={<IconUpload size={16} />}>
          {t("action.import")}
        </Button>
      )}
      {mayCreate && (
        <Button component={Link} to="/users/new" leftSection={<IconUserPlus size={16} />}>
          {t("action.user")}
        </Button>
      )}
    </>
  );
}
