import { Badge, Group, Spoiler } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What a token may do; of many the first ones, until one asks for all. */
export function Scopes({ scope }: { scope: string }) {
  const { t } = useTranslation("logs");
  return (
    <Spoiler maxHeight={70} showLabel={t("detail.showAll")} hideLabel={t("detail.showFew")}>
      <Group gap={4}>
        {scope.split(" ").map((name) => (
          <Badge key={name} color="gray">
            {name}
          </Badge>
        ))}
      </Group>
    </Spoiler>
  );
}
