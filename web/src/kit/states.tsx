import { Alert, Button, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconAlertTriangle, IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors";
import { tellError } from "../api/refusals/refusals";

interface EmptyProps {
  title: string;
  text?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  /** The order of its heading: the first where it is the whole page. */
  order?: 1 | 2;
}

/** What stands where nothing is: why, and what to do. */
export function Empty({ title, text, icon = <IconInbox size={22} />, action, order = 2 }: EmptyProps) {
  return (
    <Stack align="center" gap="xs" py={56} px="md">
      <ThemeIcon size={44} radius="xl" variant="light">
        {icon}
      </ThemeIcon>
      <Title order={order} ta="center" textWrap="balance">
        {title}
      </Title>
      {text && (
        <Text c="dimmed" size="sm" ta="center" maw={420} textWrap="balance">
          {text}
        </Text>
      )}
      {action}
    </Stack>
  );
}

/** A problem in words: a refusal in the person's language, or ours where there was no answer. */
export function useProblem(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ApiError && error.code === "unreachable") return t("error.unreachable");
    return error instanceof Error ? tellError(error) : String(error);
  };
}

/** A problem where its place is, with a way to try again. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const words = useProblem();
  const status = error instanceof ApiError ? error.status : undefined;
  if (status === 404) return <Empty title={t("error.notFound")} text={t("error.notFoundText")} />;
  // Other refusals of status 403 say why themselves: a rule that protects somebody, for one.
  const isForbidden = error instanceof ApiError && error.code === "insufficient_scope";
  if (isForbidden) return <Empty title={t("error.forbidden")} text={t("error.forbiddenText")} />;
  return (
    <Alert color="red" icon={<IconAlertTriangle size={18} />} title={t("error.title")} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{words(error)}</Text>
        {error instanceof ApiError && error.status > 0 && (
          <Text size="xs" c="dimmed">
            {t("error.code", { code: error.code })}
          </Text>
        )}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t("action.retry")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
