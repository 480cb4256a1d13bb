import { Modal, Skeleton } from "@mantine/core";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { DialogForm } from "../../../kit/DialogForm";
import { useNotify } from "../../../kit/notify";
import { Problem } from "../../../kit/states";
import { useApis } from "../../apis/queries";
import { useUpdateGrant } from "../changes";
import type { ClientGrant } from "../queries";
import { GrantScopes } from "./GrantScopes";

interface EditGrantProps {
  /** What is to be changed; undefined closes the dialog. */
  grant: ClientGrant | undefined;
  onClose: () => void;
}

/** Changes which scopes a grant holds. */
export function EditGrantDialog({ grant, onClose }: EditGrantProps) {
  const { t } = useTranslation("applications");
  return (
    <Modal opened={grant !== undefined} onClose={onClose} title={t("access.editTitle")} size="lg">
      {grant && <EditGrantForm grant={grant} onClose={onClose} />}
    </Modal>
  );
}

function EditGrantForm({ grant, onClose }: { grant: ClientGrant; onClose: () => void }) {
  const { t } = useTranslation("applications");
  const notify = useNotify();
  const apis = useApis();
  const update = useUpdateGrant(grant.client_id);
  const [scopes, setScopes] = useState<ReadonlySet<string>>(new Set(grant.scope));
  const api = apis.data?.find(({ identifier }) => identifier === grant.audience);
  async function submit(event: FormEvent) {
    event.preventDefault();
    await update.mutateAsync({ id: grant.id, scope: [...scopes] });
    notify.done(t("common:form.saved"));
    onClose();
  }
  return (
    <DialogForm
      onSubmit={(event) => void submit(event).catch(() => undefined)}
      onClose={onClose}
      action={t("common:action.save")}
      working={update.isPending}
      error={update.error}
      ready={api !== undefined}
    >
      {apis.error && <Problem error={apis.error} />}
      {apis.isPending && <Skeleton h={240} />}
      {api && <GrantScopes api={api} chosen={scopes} onChange={setScopes} />}
    </DialogForm>
  );
}
