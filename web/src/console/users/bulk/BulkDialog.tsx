import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../api/types";
import { NO_CHOICES, ACTIONS, type ActionId } from "./actions";
import { BulkForm } from "./BulkForm";
import { BulkResults } from "./BulkResults";
import { useBulk } from "./useBulk";

interface BulkDialogProps {
  action: ActionId;
  users: User[];
  /** Takes users out of the selection: those whom nothing is left to do for. */
  drop: (ids: string[]) => void;
  onClose: () => void;
}

/** An action on many users from the question to the results, in one dialog. */
export default function BulkDialog({ action: first, users, drop, onClose }: BulkDialogProps) {
  const { t } = useTranslation("users");
  const [action, setAction] = useState(first);
  const [choices, setChoices] = useState(NO_CHOICES);
  const { run, begin, stop, retry } = useBulk();
  const [subjects] = useState(users);

  function close() {
    if (run?.running) return;
    const over = run?.results.filter(({ outcome }) => outcome !== "failed") ?? [];
    drop(over.map(({ user }) => user.user_id ?? ""));
    onClose();
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t(`bulk.${action}.title`, { count: subjects.length })}
      size="lg"
      closeOnClickOutside={!run}
      withCloseButton={!run?.running}
    >
      {run ? (
        <BulkResults run={run} stop={stop} retry={() => void retry()} onClose={close} />
      ) : (
        <BulkForm
          action={action}
          users={subjects}
          choices={choices}
          change={(part) => setChoices((before) => ({ ...before, ...part }))}
          instead={setAction}
          onCancel={onClose}
          onConfirm={() => {
            const request = ACTIONS[action].request(choices);
            if (request) void begin(request, subjects);
          }}
        />
      )}
    </Modal>
  );
}
