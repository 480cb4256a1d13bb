import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../../kit/Page";
import { nameOf, Picture } from "../../../kit/Person";
import { ThingPage } from "../../../kit/ThingPage";
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
  const parent = { to: "/users", label: t("directory") };
  return (
    <ThingPage asked={useUser(userId)} title={t("title")} parent={parent}>
      {(shown) => (
        <ShownUser.Provider value={shown}>
          <Page
            title={nameOf(shown.user)}
            parent={parent}
            before={<Picture user={shown.user} size={56} />}
            beside={<HeaderBadges user={shown.user} />}
            description={<HeaderIds user={shown.user} />}
            actions={<ActionMenu user={shown.user} />}
          >
            <Notices user={shown.user} />
            <UserTabs user={shown.user} />
          </Page>
        </ShownUser.Provider>
      )}
    </ThingPage>
  );
}
