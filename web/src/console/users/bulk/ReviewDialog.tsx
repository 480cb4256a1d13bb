import { Button, CloseButton, Group, Modal } from "@mantine/core";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { StatusBadge } from "../../../kit/badges";
import { nameOf, Person } from "../../../kit/Person";
import classes from "./Bulk.module.css";

interface ReviewDialogProps {
  opened: boolean;
  onClose: () => void;
  users: User[];
  drop: (ids: string[]) => void;
}

/** Who is selected; each can be taken out. */
export function ReviewDialog({ opened, onClose, users, drop }: ReviewDialogProps) {
  const { t } = useTranslation("users");
  useEffect(() => {
    if (users.length === 0) onClose();
  }, [users.length, onClose]);
  return (
    <Modal opened={opened} onClose={onClose} title={t("bulk.reviewTitle", { count: users.length })} size="lg">
      <div className={classes["scrolls"]}>
        <ul className={classes["people"]}>
          {users.map((user) => (
            <li key={user.user_id} className={classes["person"]}>
              <div className={classes["who"]}>
                <Person user={user} />
              </div>
              <StatusBadge status={user.status ?? "active"} />
              <CloseButton
                size="sm"
                aria-label={t("bulk.takeOut", { name: nameOf(user) })}
                onClick={() => drop([user.user_id ?? ""])}
              />
            </li>
          ))}
        </ul>
      </div>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t("common:action.close")}
        </Button>
      </Group>
    </Modal>
  );
}
