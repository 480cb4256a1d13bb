import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconCheck, IconLock } from "@tabler/icons-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors";
import { ruleOf } from "../../../api/refusals/refusals";
import { useNotify } from "../../../kit/notify";
import { Section } from "../../../kit/Section";
import { Problem } from "../../../kit/states";
import type { LookedUp } from "./useLookUp";

interface LookUpProps {
  /** Where its words stand among the settings'. */
  words: string;
  example: string;
  asked: string;
  ask: (text: string) => void;
  found: LookedUp;
  mayRelease: boolean;
}

/** Looks something up that may be kept out, and lets it in again. */
export function LookUp({ words, example, asked, ask, found, mayRelease }: LookUpProps) {
  const { t } = useTranslation("settings");
  const [text, setText] = useState("");
  const { error, look } = found;
  const refusal = error instanceof ApiError && error.status === 400 ? ruleOf(error) : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === asked) void look();
    else ask(text.trim());
  }
  return (
    <Section title={t(`${words}.title`)} description={t(`${words}.text`)}>
      <Stack>
        <form onSubmit={submit} noValidate>
          <Group align="flex-end" gap="xs">
            <TextInput
              label={t(`${words}.label`)}
              placeholder={example}
              value={text}
              error={refusal}
              onChange={(event) => setText(event.currentTarget.value)}
              spellCheck={false}
              autoComplete="off"
              maw={320}
              flex={1}
            />
            <Button type="submit" variant="default" disabled={!text.trim()}>
              {t("addresses.look")}
            </Button>
          </Group>
        </form>
        {error !== null && !refusal && <Problem error={error} retry={() => void look()} />}
        <Answer words={words} asked={asked} found={found} mayRelease={mayRelease} />
      </Stack>
    </Section>
  );
}

function Answer({ words, asked, found, mayRelease }: Pick<LookUpProps, "words" | "asked" | "found" | "mayRelease">) {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  async function letIn() {
    try {
      await found.release();
      notify.done(t(`${words}.released`, { what: asked }));
    } catch (problem) {
      notify.failed(problem);
    }
  }
  return (
    <div aria-live="polite">
      {found.isBlocked === true && (
        <Alert color="orange" icon={<IconLock size={18} />} title={t(`${words}.blocked`, { what: asked })}>
          <Stack gap="sm" align="flex-start">
            <Text size="sm">{t(`${words}.blockedText`)}</Text>
            {mayRelease && (
              <Button size="xs" variant="default" loading={found.isReleasing} onClick={() => void letIn()}>
                {t(`${words}.release`)}
              </Button>
            )}
          </Stack>
        </Alert>
      )}
      {found.isBlocked === false && (
        <Alert color="teal" icon={<IconCheck size={18} />} title={t(`${words}.free`, { what: asked })} />
      )}
    </div>
  );
}
