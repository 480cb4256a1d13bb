import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../../api/errors";
import { ruleOf } from "../../../../api/refusals/refusals";
import { faultOf } from "../../../../kit/json/fault";
import { JsonEditor } from "../../../../kit/json/JsonEditor";
import { useNotify } from "../../../../kit/notify";
import { Section } from "../../../../kit/Section";
import { Problem } from "../../../../kit/states";
import { useApi } from "../../../../api/ApiContext";
import { readUser, useUpdateUser, type Versioned } from "../queries/user";
import { changeOf, nullsOf, textOf, type Bag, type Content } from "./bags";

interface BagEditorProps {
  bag: Bag;
  shown: Versioned;
  readOnly: boolean;
  /** Tells whether there is something to save. */
  onChanged: (changed: boolean) => void;
}

/** One bag of metadata: what the editor shows is what the user has once it is saved. */
export function BagEditor({ bag, shown, readOnly, onChanged }: BagEditorProps) {
  const { t } = useTranslation("user");
  const api = useApi();
  const userId = shown.user.user_id ?? "";
  const update = useUpdateUser(userId);
  const { done } = useNotify();
  const [base, setBase] = useState(shown);
  const [text, setText] = useState(() => textOf(shown.user[bag]));
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();
  const [newer, setNewer] = useState<Versioned>();
  const before = textOf(base.user[bag]);
  const changed = text !== before;
  const fault = faultOf(text, true);
  const nulls = fault ? [] : nullsOf(JSON.parse(text) as Content);
  const refused =
    error instanceof ApiError && error.field?.startsWith(bag) ? `${ruleOf(error)} (${error.field})` : undefined;

  useEffect(() => onChanged(changed), [changed, onChanged]);
  useEffect(() => {
    // Another bag or the profile may have been saved meanwhile: this one goes on where its own content is the same.
    if (saving || shown.version === base.version) return;
    if (textOf(shown.user[bag]) === before) setBase(shown);
    else if (changed) setNewer(shown);
    else stand(shown);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [shown.version, saving]);

  function stand(on: Versioned) {
    setBase(on);
    setText(textOf(on.user[bag]));
    setNewer(undefined);
    setError(undefined);
  }
  async function save(on: Versioned) {
    setSaving(true);
    setError(undefined);
    try {
      const content = JSON.parse(text) as Content;
      stand(await update(changeOf(bag, (on.user[bag] ?? {}) as Content, content), on.version));
      done(t("common:form.saved"));
    } catch (problem) {
      if (problem instanceof ApiError && problem.status === 412) setNewer(await readUser(api, userId));
      else setError(problem);
    } finally {
      setSaving(false);
    }
  }
  return (
    <Section title={t(`metadata.${bag}`)} description={t(`metadata.${bag}Text`)}>
      <Stack gap="sm">
        {newer && (
          <Alert color="yellow" title={t("conflict.title")} role="alert">
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={() => stand(newer)}>
                {t("conflict.theirs")}
              </Button>
              <Button size="xs" onClick={() => void save(newer)} loading={saving} disabled={Boolean(fault)}>
                {t("conflict.mine")}
              </Button>
            </Group>
          </Alert>
        )}
        <JsonEditor
          label={t(`metadata.${bag}`)}
          hideLabel
          text={text}
          onChange={setText}
          readOnly={readOnly}
          object
          error={refused}
        />
        {nulls.length > 0 && (
          <Text size="sm" c="dimmed">
            {t("metadata.nulls", { names: nulls.join(", ") })}
          </Text>
        )}
        {error !== undefined && !refused && <Problem error={error} />}
        {!readOnly && (
          <Group gap="xs">
            <Button
              onClick={() => void save(base)}
              loading={saving}
              disabled={!changed || Boolean(fault) || newer !== undefined}
              aria-label={t("metadata.save", { what: t(`metadata.${bag}`) })}
            >
              {t("common:action.save")}
            </Button>
            {changed && (
              <Button variant="default" onClick={() => setText(before)} disabled={saving}>
                {t("common:action.discard")}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Section>
  );
}
