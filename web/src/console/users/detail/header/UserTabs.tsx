import { Skeleton } from "@mantine/core";
import { lazy, Suspense, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../../api/types";
import { AddressTabs } from "../../../../kit/AddressTabs";
import { useSession } from "../../../../session/SessionContext";
import ProfileTab from "../profile/ProfileTab";

interface Tab {
  name: string;
  Content: ComponentType;
  /** What somebody must hold to see it; nothing for the user itself. */
  scopes?: string[];
}

const TABS: Tab[] = [
  { name: "profile", Content: ProfileTab },
  { name: "identities", Content: lazy(() => import("../identities/IdentitiesTab")) },
  {
    name: "roles",
    Content: lazy(() => import("../roles/RolesTab")),
    scopes: ["read:roles", "read:role_members"],
  },
  {
    name: "sessions",
    Content: lazy(() => import("../sessions/SessionsTab")),
    scopes: ["read:sessions", "read:refresh_tokens"],
  },
  { name: "history", Content: lazy(() => import("../history/HistoryTab")), scopes: ["read:logs"] },
  { name: "logs", Content: lazy(() => import("../logs/UserLogsTab")), scopes: ["read:logs"] },
  { name: "metadata", Content: lazy(() => import("../metadata/MetadataTab")) },
  { name: "json", Content: lazy(() => import("../json/JsonTab")) },
];

/** All there is of a user, a tab each. */
export function UserTabs({ user }: { user: User }) {
  const { t } = useTranslation("user");
  const session = useSession();
  const tabs = TABS.filter(({ scopes = [] }) => scopes.every((scope) => session.may(scope)));
  return (
    <AddressTabs
      label={t("tabs")}
      tabs={tabs.map(({ name, Content }) => ({
        value: name,
        label: t(`tab.${name}`),
        content: (
          <Suspense key={user.user_id} fallback={<Skeleton h={420} aria-label={t("common:list.loading")} />}>
            <Content />
          </Suspense>
        ),
      }))}
    />
  );
}
