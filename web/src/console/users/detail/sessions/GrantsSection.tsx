import { Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../../../kit/notify";
import { Section } from "../../../../kit/Section";
import { Problem } from "../../../../kit/states";
import { SecurityDialog } from "../actions/SecurityDialog";
import { useGrants, useWithdrawGrant, useWithdrawGrants, type Grant } from "../queries/access";
import { Row, Rows } from "../Rows";
import { useShownUser } from "../ShownUser";
import { EndAll } from "./EndAll";

interface GrantsSectionProps {
  nameOfApplication: (clientId: string) => string;
  mayWithdraw: boolean;
}

const WITHDRAW_ALL = {
  action: "grants.withdrawAll",
  title: "grants.withdrawAllTitle",
  effect: "grants.withdrawAllEffect",
  done: "grants.withdrawnAll",
};

/** What a user agreed that applications may see and do. */
export function GrantsSection({ nameOfApplication, mayWithdraw }: GrantsSectionProps) {
  const { t } = useTranslation("user");
  const { user, userId } = useShownUser();
  const { data, error, refetch } = useGrants(userId);
  const [ending, setEnding] = useState<Grant>();
  const withdraw = useWithdrawGrant();
  const { mutateAsync: withdrawAll } = useWithdrawGrants(userId);
  const { done } = useNotify();
  const many = mayWithdraw && (data?.length ?? 0) > 1 && (
    <EndAll words={WITHDRAW_ALL} end={() => withdrawAll(undefined)} />
  );
  return (
    <Section title={t("grants.title")} description={t("grants.text")} actions={many}>
      {error && !data && <Problem error={error} retry={() => void refetch()} />}
      <Rows rows={data} loading={!error} empty={t("grants.empty")}>
        {(grant) => {
          const application = nameOfApplication(grant.clientID);
          const label = t("grants.withdrawWhat", { application });
          return (
            <Row
              key={grant.id}
              remove={mayWithdraw ? { label, text: t("grants.withdraw"), run: () => setEnding(grant) } : undefined}
            >
              <Text size="sm" fw={550}>
                {application}
              </Text>
              <Text size="xs" c="dimmed">
                {[grant.audience, grant.scope.join(", ")].filter(Boolean).join(" · ")}
              </Text>
            </Row>
          );
        }}
      </Rows>
      <SecurityDialog
        user={user}
        opened={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={t("grants.withdrawTitle", { application: ending && nameOfApplication(ending.clientID) })}
        effect={t("grants.withdrawEffect")}
        action={t("grants.withdraw")}
        danger
        onConfirm={async () => {
          if (ending) await withdraw.mutateAsync(ending.id);
          done(t("grants.withdrawn"));
        }}
      />
    </Section>
  );
}
