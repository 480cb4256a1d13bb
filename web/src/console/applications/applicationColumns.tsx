import { Badge, Box, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Application } from "../../api/types";
import { Copyable } from "../../kit/Copy";
import type { Column } from "../../kit/table/types";
import { Time } from "../../kit/Time";
import { ApplicationPicture } from "./ApplicationPicture";

/** The columns of the list of applications. */
export function useApplicationColumns(): Column<Application>[] {
  const { t } = useTranslation("applications");
  return [
    { id: "name", header: t("column.name"), render: (each) => <ApplicationName application={each} /> },
    {
      id: "id",
      header: t("field.clientId"),
      width: "22rem",
      phone: false,
      render: (each) => <Copyable text={each.client_id ?? ""} what={t("field.clientId")} />,
    },
    {
      id: "party",
      header: t("column.party"),
      width: "9rem",
      phone: false,
      render: (each) => (each.is_first_party ? t("party.first") : t("party.third")),
    },
    {
      id: "created",
      header: t("column.created"),
      width: "9rem",
      phone: false,
      render: (each) => <Time value={each.created_at} />,
    },
  ];
}

function ApplicationName({ application }: { application: Application }) {
  const { t } = useTranslation("applications");
  const type = application.app_type ?? "regular_web";
  return (
    <Group gap="sm" wrap="nowrap">
      <ApplicationPicture application={application} />
      <Box miw={0}>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" fw={550} truncate>
            {application.name}
          </Text>
          {application.global && <Badge color="gray">{t("system.badge")}</Badge>}
        </Group>
        <Text size="xs" c="dimmed" truncate>
          {t(`type.${type}.name`)}
        </Text>
      </Box>
    </Group>
  );
}
