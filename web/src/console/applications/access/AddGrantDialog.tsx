import { Modal, SegmentedControl, Select, Text } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Application } from "../../../api/types";
import { DialogForm } from "../../../kit/DialogForm";
import { useNotify } from "../../../kit/notify";
import { useApis } from "../../apis/queries";
import { useCreateGrant } from "../changes";
import type { ClientGrant } from "../queries";
import { GrantScopes } from "./GrantScopes";

interface AddGrantProps {
  application: Application;
  grants: ClientGrant[];
  opened: boolean;
  onClose: () => void;
}

/** Grants an application scopes of an API. */
export function AddGrantDialog(props: AddGrantProps) {
  const { t } = useTranslation("applications");
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t("access.add")} size="lg">
      <AddGrantForm {...props} />
    </Modal>
  );
}

function AddGrantForm({ application, grants, onClose }: AddGrantProps) {
  const { t } = useTranslation("applications");
  const notify = useNotify();
  const apis = useApis();
  const create = useCreateGrant(application.client_id ?? "");
  const canBeMachine = application.token_endpoint_auth_method !== "none";
  const canSignIn = application.app_type !== "non_interactive";
  const [subject, setSubject] = useState<"client" | "user">(canBeMachine ? "client" : "user");
  const [audience, setAudience] = useState<string | null>(null);
  const [scopes, setScopes] = useState<ReadonlySet<string>>(new Set());
  const given = new Set(grants.filter((grant) => grant.subject_type === subject).map((grant) => grant.audience));
  // For people only the Management API is granted: at other APIs, roles decide.
  const free = (apis.data ?? []).filter((api) => !given.has(api.identifier) && (subject === "client" || api.is_system));
  const api = free.find(({ identifier }) => identifier === audience);
  function choose(next: { subject?: "client" | "user"; audience?: string | null }) {
    if (next.subject) setSubject(next.subject);
    setAudience(next.audience ?? null);
    setScopes(new Set());
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    await create.mutateAsync({
      client_id: application.client_id ?? "",
      audience: api?.identifier ?? "",
      scope: [...scopes],
      subject_type: subject,
    });
    notify.done(t("access.added"));
    onClose();
  }
  return (
    <DialogForm
      onSubmit={(event) => void submit(event).catch(() => undefined)}
      onClose={onClose}
      action={t("access.addCount", { count: scopes.size })}
      working={create.isPending}
      error={create.error}
      ready={api !== undefined}
    >
      {canBeMachine && canSignIn && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t("access.subject")}
          value={subject}
          onChange={(value) => choose({ subject: value as "client" | "user" })}
          data={[
            { value: "client", label: t("subject.client") },
            { value: "user", label: t("subject.user") },
          ]}
        />
      )}
      <Text size="sm" c="dimmed">
        {subject === "client" ? t("subject.clientText") : t("subject.userText")}
      </Text>
      <Select
        data-autofocus
        label={t("access.api")}
        placeholder={t("access.choose")}
        searchable
        data={free.map(({ identifier, name }) => ({ value: identifier, label: `${name} – ${identifier}` }))}
        value={api ? audience : null}
        onChange={(value) => choose({ audience: value })}
        nothingFoundMessage={t("access.noApi")}
      />
      {api && <GrantScopes api={api} chosen={scopes} onChange={setScopes} />}
    </DialogForm>
  );
}
