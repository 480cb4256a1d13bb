import { Skeleton, Stack } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../../kit/Page";
import { nameOf, Picture } from "../../../kit/Person";
import { Problem } from "../../../kit/states";
import { ActionMenu } from "./actions/ActionMenu";
import { HeaderBadges, HeaderIds } from "./header/HeaderFacts";
import { Notices } from "./header/Notices";
import { UserTabs } from "./header/UserTabs";
import { useUser } from "./queries/user";
import { ShownUser } from "./ShownUser";

/** The page of the user in the address. */
export function UserPage() {
  const { userId } = useParams({ strict: false }) as { userId: string };
  // Another user's page is another page: nothing typed or opened is taken along.
  return <UserView key={userId} userId={userId} />;
}

/** A user's page. */
export function UserView({ userId }: { userId: string }) {
  const { t } = useTranslation("user");
  const { data, error, refetch } = useUser(userId);
  const parent = { to: "/users", label: t("directory") };
  if (!data) {
    return (
      <Page title={t("title")} parent={parent}>
        {error ? <Problem error={error} retry={() => void refetch()} /> : <LoadingUser />}
      </Page>
    );
  }
  const { user } = data;
  return (
    <ShownUser.Provider value={data}>
      <Page
        title={nameOf(user)}
        parent={parent}
        before={<Picture user={user} size={56} />}
        beside={<HeaderBadges user={user} />}
        description={<HeaderIds user={user} />}
        actions={<ActionMenu user={user} />}
      >
        <Notices user={user} />
        <UserTabs user={user} />
      </Page>
    </ShownUser.Provider>
  );
}

function LoadingUser() {
  return (
    <Stack gap="lg" aria-hidden>
      <Skeleton h={28} w="60%" />
      <Skeleton h={40} />
      <Skeleton h={420} />
    </Stack>
  );
}
