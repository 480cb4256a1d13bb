import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { Trans, useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { nameOf } from "../../../kit/Person";
import { useFormat } from "../../../words/format";
import { ACTIONS, type ActionId, type Choices } from "./actions";
import { ChoiceField } from "./ChoiceField";
import { DeleteInstead } from "./DeleteInstead";

interface BulkFormProps {
  action: ActionId;
  users: User[];
  choices: Choices;
  change: (part: Partial<Choices>) => void;
  /** Goes over to another action on the same users. */
  instead: (action: ActionId) => void;
  onCancel: () => void;
  onConfirm: () => void;
}

/** More names than these are counted. */
const NAMED = 3;

/** Says what is about to be done, to how many, and what it means for them; asks for what is missing (S4.L13.7). */
export function BulkForm({ action, users, choices, change, instead, onCancel, onConfirm }: BulkFormProps) {
  const { t } = useTranslation("users");
  const { number } = useFormat();
  const [typed, setTyped] = useState("");
  const count = users.length;
  const isDelete = action === "delete";
  const ready = ACTIONS[action].request(choices) !== undefined && (!isDelete || typed.trim() === String(count));
  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready) onConfirm();
  }
  const names = users.slice(0, NAMED).map(nameOf).join(t("bulk.comma"));
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t(`bulk.${action}.text`, { count, number: number(count) })}</Text>
        <Text size="sm" c="dimmed">
          {count > NAMED ? t("bulk.whoMore", { names, count: count - NAMED }) : t("bulk.who", { names })}
        </Text>
        {isDelete && <DeleteInstead instead={instead} />}
        <ChoiceField action={action} choices={choices} change={change} />
        {isDelete && (
          <TextInput
            data-autofocus
            label={<Trans t={t} i18nKey="bulk.typeNumber" values={{ number: count }} components={{ 1: <strong /> }} />}
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t("common:action.cancel")}
          </Button>
          <Button type="submit" color={ACTIONS[action].danger ? "red.8" : undefined} disabled={!ready}>
            {t(`bulk.${action}.do`, { count, number: number(count) })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
