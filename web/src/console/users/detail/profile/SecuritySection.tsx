import { Stack } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../../api/types";
import { Facts, type Fact } from "../../../../kit/Facts";
import { Section } from "../../../../kit/Section";
import { Time } from "../../../../kit/Time";
import { useMay } from "../../../../session/SessionContext";
import { useFormat } from "../../../../words/format";
import { deviceIn } from "../../../logs/events/device";
import { usePlaceOf } from "../../../logs/events/place";
import { useSessions } from "../queries/access";
import { useFailures, useLastSignIn } from "../queries/events";
import { useLocks } from "../queries/security";
import { TwoLines } from "../TwoLines";
import { Flag } from "./Field";

/** Password, second factor, and how the user came in (S4.L10.4). */
export const SecuritySection = memo(function SecuritySection({ user, readOnly }: { user: User; readOnly: boolean }) {
  const { t } = useTranslation("user");
  const format = useFormat();
  const { data: locks = [] } = useLocks(user.user_id ?? "");
  const mayReadSessions = useMay("read:sessions");
  const mayReadLogs = useMay("read:logs");
  const { data: sessions } = useSessions(user.user_id ?? "", mayReadSessions);
  const { data: failures } = useFailures(user.user_id ?? "", mayReadLogs);
  const used = [...(sessions ?? []).map((session) => session.last_interacted_at), user.last_login ?? ""];
  const lastActive = used.toSorted().at(-1);
  const { data: signIn } = useLastSignIn(user.user_id ?? "", mayReadLogs && Boolean(user.last_ip));
  const placeOf = usePlaceOf();
  const place = signIn && signIn.ip === user.last_ip ? placeOf(signIn) : undefined;
  const logs = useTranslation("logs");
  const from = [user.last_ip, user.browser, deviceIn(logs.t, user.device)].filter(Boolean).join(" · ");
  const facts: Fact[] = [
    [t("field.two_factor"), user.last_mfa_at ? <Time key="mfa" value={user.last_mfa_at} /> : t("twoFactor.none")],
    [
      t("field.password_set_at"),
      user.password_set_at ? <Time key="set" value={user.password_set_at} /> : t("noPassword"),
    ],
    [t("field.last_login"), <Time key="login" value={user.last_login} />],
    [t("field.last_active"), <Time key="active" value={lastActive} />],
    [t("field.last_from"), <TwoLines key="from" first={place} second={from} wraps />],
    [t("field.logins_count"), format.number(user.logins_count ?? 0)],
    [t("field.failures"), failures === undefined ? undefined : format.number(failures)],
    [t("field.lock"), locks.length > 0 ? t("locked.yes") : t("locked.no")],
  ];
  return (
    <Section title={t("section.security")}>
      <Stack gap="md">
        <Facts facts={facts} />
        <Flag name="reset_password_on_next_login" readOnly={readOnly || !user.password_set_at} />
      </Stack>
    </Section>
  );
});
