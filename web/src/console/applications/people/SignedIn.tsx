import { Text } from "@mantine/core";
import { IconUserOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Application, BrowserSession } from "../../../api/types";
import { userAddress } from "../../../kit/addresses";
import { Bleed } from "../../../kit/Bleed";
import { Person } from "../../../kit/Person";
import { Section } from "../../../kit/Section";
import { Empty } from "../../../kit/states";
import { DataTable } from "../../../kit/table/DataTable";
import { Pager } from "../../../kit/table/Pager";
import type { Column } from "../../../kit/table/types";
import { Time } from "../../../kit/Time";
import { useCursorPages } from "../../../kit/useCursorPages";
import { useMay } from "../../../session/SessionContext";
import { SESSIONS_PER_PAGE, useSignedIn } from "../queries";
import { EndDialog, type Ending } from "./EndDialog";
import { SessionMenu } from "./SessionMenu";

/** Who is signed in to an application now (S0.L31.1). */
export function SignedIn({ application }: { application: Application }) {
  const { t } = useTranslation("applications");
  const clientId = application.client_id ?? "";
  const pages = useCursorPages(SESSIONS_PER_PAGE);
  const found = useSignedIn(clientId, pages.from);
  const mayEnd = useMay("delete:sessions", "delete:refresh_tokens");
  const [ending, end] = useState<Ending>();
  return (
    <Section title={t("tab.users")} description={t("people.text")}>
      <Bleed>
        <DataTable
          label={t("tab.users")}
          columns={useSessionColumns(mayEnd ? end : undefined)}
          rows={found.data?.sessions}
          rowKey={(session) => session.id}
          rowName={nameOfSession}
          rowLink={(session) => userAddress(session.user_id)}
          error={found.error}
          retry={() => void found.refetch()}
          stale={found.isPlaceholderData}
          empty={<Empty title={t("people.empty")} text={t("people.emptyText")} icon={<IconUserOff size={22} />} />}
        />
        {found.data && found.data.sessions.length > 0 && (
          <Pager {...pages.pager(found.data.sessions.length, found.data.next, found.data.total)} />
        )}
      </Bleed>
      <EndDialog application={application} ending={ending} onClose={() => end(undefined)} />
    </Section>
  );
}

function nameOfSession({ user, user_id }: BrowserSession): string {
  return user?.name || user?.email || user_id;
}

function useSessionColumns(end: ((ending: Ending) => void) | undefined): Column<BrowserSession>[] {
  const { t } = useTranslation("applications");
  const columns: Column<BrowserSession>[] = [
    {
      id: "user",
      header: t("people.user"),
      render: (session) => <Person user={session.user ?? { user_id: session.user_id }} />,
    },
    {
      id: "login",
      header: t("people.lastLogin"),
      width: "10rem",
      phone: false,
      render: (session) => <Time value={session.user?.last_login ?? session.authenticated_at} />,
    },
    {
      id: "seen",
      header: t("people.lastSeen"),
      width: "10rem",
      phone: false,
      render: (session) => <Time value={session.last_interacted_at} />,
    },
    {
      id: "device",
      header: t("people.device"),
      width: "15rem",
      phone: false,
      render: ({ device }) => (
        <>
          <Text size="sm" truncate>
            {device.browser ?? "–"}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {[device.device, device.last_ip].filter(Boolean).join(" · ")}
          </Text>
        </>
      ),
    },
  ];
  if (end) {
    columns.push({
      id: "actions",
      header: t("actions"),
      hiddenHeader: true,
      width: "4rem",
      align: "right",
      render: (session) => <SessionMenu session={session} name={nameOfSession(session)} onEnd={end} />,
    });
  }
  return columns;
}
