import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Application } from "../../api/types";
import { DeleteSection } from "../../kit/DeleteSection";
import { useDeleteApplication } from "./changes";

/** Deletes an application, and says before what ends with it. */
export function DeleteApplication({ application }: { application: Application }) {
  const { t } = useTranslation("applications");
  const { client_id: clientId = "", name = "" } = application;
  const remove = useDeleteApplication(clientId);
  return (
    <DeleteSection room="applications" name={name} onDelete={() => remove.mutateAsync()} to="/applications">
      <Text size="sm">{t("delete.meaning")}</Text>
    </DeleteSection>
  );
}
