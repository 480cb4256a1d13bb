import { Group, Radio, SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { TYPES, type ApplicationType } from "./queries";
import { TYPE_ICONS } from "./typeIcons";
import classes from "./TypeChoice.module.css";

interface TypeChoiceProps {
  value?: ApplicationType;
  onChange: (type: ApplicationType) => void;
  error?: ReactNode;
}

/** The kinds of application, each with a sentence, one of which is chosen. */
export function TypeChoice({ value, onChange, error }: TypeChoiceProps) {
  const { t } = useTranslation("applications");
  return (
    <Radio.Group
      value={value ?? null}
      onChange={(type) => onChange(type as ApplicationType)}
      error={error}
      aria-label={t("create.kind")}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {TYPES.map((type) => (
          <TypeCard key={type} type={type} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
}

function TypeCard({ type }: { type: ApplicationType }) {
  const { t } = useTranslation("applications");
  const Icon = TYPE_ICONS[type];
  return (
    <Radio.Card value={type} className={classes["card"]} p="md" radius="md">
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Radio.Indicator mt={2} />
        <div>
          <Group gap={6}>
            <Icon size={18} stroke={1.7} aria-hidden />
            <Text size="sm" fw={600}>
              {t(`type.${type}.name`)}
            </Text>
          </Group>
          <Text size="sm" c="dimmed" mt={2}>
            {t(`type.${type}.text`)}
          </Text>
        </div>
      </Group>
    </Radio.Card>
  );
}
