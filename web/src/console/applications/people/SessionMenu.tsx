import { ActionIcon, Menu } from "@mantine/core";
import { IconDeviceLaptopOff, IconDots, IconLogout, IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { BrowserSession } from "../../../api/types";
import type { Ending } from "./EndDialog";

interface SessionMenuProps {
  session: BrowserSession;
  /** What its person is called. */
  name: string;
  onEnd: (ending: Ending) => void;
}

/** What can be ended: a session, a person's access to one application, or all of it (S0.L31.2, S0.L31.3). */
export function SessionMenu({ session, name, onEnd }: SessionMenuProps) {
  const { t } = useTranslation("applications");
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("people.actions", { name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconDeviceLaptopOff size={16} />}
          onClick={() => onEnd({ what: "session", session, name })}
        >
          {t("people.session.action")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlugConnectedX size={16} />}
          onClick={() => onEnd({ what: "application", session, name })}
        >
          {t("people.application.action")}
        </Menu.Item>
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconLogout size={16} />}
          onClick={() => onEnd({ what: "everywhere", session, name })}
        >
          {t("people.everywhere.action")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
