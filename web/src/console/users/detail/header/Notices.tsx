import { Alert, Button, Group, Text } from "@mantine/core";
import { IconBan, IconLock, IconShieldLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../../api/types";
import { SecretOnce } from "../../../../kit/SecretOnce";
import { Time } from "../../../../kit/Time";
import { useMay } from "../../../../session/SessionContext";
import { LiftLocksDialog } from "../actions/LiftLocksDialog";
import { useProtection } from "../protection";
import { useLocks } from "../queries/security";
import { useFirstSecret } from "./firstSecret";

/** What whoever opens the page should know first: a secret to hand on, protection, a block, a lock. */
export function Notices({ user }: { user: User }) {
  const { t } = useTranslation("user");
  const { secret, forget } = useFirstSecret(user.user_id ?? "");
  const refusal = useProtection(user);
  const protection = refusal("edit") ?? refusal("status");
  return (
    <>
      {secret && <SecretOnce title={t(`secret.${secret.kind}`)} secret={secret.secret} onDone={forget} />}
      {protection && (
        <Alert
          color="grape"
          variant="light"
          icon={<IconShieldLock size={18} aria-hidden />}
          title={t("protection.title")}
        >
          <Text size="sm">{protection}</Text>
        </Alert>
      )}
      {user.blocked && <BlockedNotice user={user} />}
      <LockNotice user={user} />
    </>
  );
}

function BlockedNotice({ user }: { user: User }) {
  const { t } = useTranslation("user");
  return (
    <Alert color="orange" variant="light" icon={<IconBan size={18} aria-hidden />} title={t(`blocked.${user.status}`)}>
      <Text size="sm">
        {t("blocked.since")} <Time value={user.status_changed_at} />
        {user.status_reason && ` · ${t("blocked.reason", { reason: user.status_reason })}`}
      </Text>
    </Alert>
  );
}

function LockNotice({ user }: { user: User }) {
  const { t } = useTranslation("user");
  const { data: locks = [] } = useLocks(user.user_id ?? "");
  const [asking, setAsking] = useState(false);
  const refusal = useProtection(user);
  const mayLift = useMay("update:users") && !refusal("edit");
  if (locks.length === 0) return null;
  const identifiers = locks.map((lock) => lock.identifier).join(", ");
  return (
    <Alert color="orange" variant="light" icon={<IconLock size={18} aria-hidden />} title={t("locked.title")}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t("locked.text", { identifiers })}</Text>
        {mayLift && (
          <Button size="xs" variant="default" onClick={() => setAsking(true)}>
            {t("action.liftLocks")}
          </Button>
        )}
      </Group>
      <LiftLocksDialog user={user} opened={asking} onClose={() => setAsking(false)} />
    </Alert>
  );
}
