import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DeleteSection } from "../../kit/DeleteSection";
import { useDeleteApi } from "./changes";
import type { ResourceServer } from "./queries";

/** Deletes an API, and says before what goes with it. */
export function DeleteApi({ api }: { api: ResourceServer }) {
  const { t } = useTranslation("apis");
  const remove = useDeleteApi(api.id);
  return (
    <DeleteSection room="apis" name={api.name} onDelete={() => remove.mutateAsync()} to="/apis">
      <Text size="sm">{t("delete.meaning", { count: api.scopes.length })}</Text>
    </DeleteSection>
  );
}
