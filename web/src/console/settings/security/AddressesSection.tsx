import { Alert, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconCheck, IconLock } from "@tabler/icons-react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors";
import { useNotify } from "../../../kit/notify";
import { Section } from "../../../kit/Section";
import { Problem } from "../../../kit/states";
import { useMay } from "../../../session/SessionContext";
import { useBlockedAddress } from "./useBlockedAddress";

/** Looks an address up, and lets it in again. */
export function AddressesSection() {
  const { t } = useTranslation("settings");
  const notify = useNotify();
  const mayRelease = useMay("delete:anomaly_blocks");
  const [text, setText] = useState("");
  const [asked, setAsked] = useState("");
  const { state, error, look, release, isReleasing } = useBlockedAddress(asked);
  const refusal = error instanceof ApiError && error.status === 400 ? error.message : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === asked) void look();
    else setAsked(text.trim());
  }
  async function letIn() {
    try {
      await release();
      notify.done(t("addresses.released", { address: asked }));
    } catch (problem) {
      notify.failed(problem);
    }
  }
  return (
    <Section title={t("addresses.title")} description={t("addresses.text")}>
      <Stack>
        <form onSubmit={submit} noValidate>
          <Group align="flex-end" gap="xs">
            <TextInput
              label={t("addresses.label")}
              placeholder="192.0.2.7"
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
        <div aria-live="polite">
          {state === "blocked" && (
            <Alert color="orange" icon={<IconLock size={18} />} title={t("addresses.blocked", { address: asked })}>
              <Stack gap="sm" align="flex-start">
                <Text size="sm">{t("addresses.blockedText")}</Text>
                {mayRelease && (
                  <Button size="xs" variant="default" loading={isReleasing} onClick={() => void letIn()}>
                    {t("addresses.release")}
                  </Button>
                )}
              </Stack>
            </Alert>
          )}
          {state === "free" && (
            <Alert color="teal" icon={<IconCheck size={18} />} title={t("addresses.free", { address: asked })} />
          )}
        </div>
      </Stack>
    </Section>
  );
}
