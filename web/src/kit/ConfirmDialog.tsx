import { Modal, TextInput } from "@mantine/core";
import { useState, type FormEvent, type ReactNode } from "react";
import { Trans } from "react-i18next";
import { DialogForm } from "./DialogForm";

interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What happens, to whom, and what it means. */
  children: ReactNode;
  /** The word on the button: the action itself. */
  action: string;
  /** Whether it cannot be undone or takes something away. */
  danger?: boolean;
  /** A text to type before the button works. */
  typed?: string;
  /** Does it; the dialog stays open with the problem where it fails. */
  onConfirm: () => Promise<unknown>;
  /** False while a field in the dialog lacks something. */
  ready?: boolean;
}

/** Asks before something that takes effect: says what it does, and tells what went wrong. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      {/* The content is new at each opening: nothing typed or told before is left. */}
      <Content {...props} />
    </Modal>
  );
}

function Content({ onClose, children, action, danger = false, typed, onConfirm, ready = true }: ConfirmDialogProps) {
  const [text, setText] = useState("");
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>();

  async function submit(event: FormEvent) {
    event.preventDefault();
    setWorking(true);
    setError(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setWorking(false);
    }
  }

  return (
    <DialogForm
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
      action={action}
      working={working}
      error={error}
      ready={ready && (typed === undefined || text === typed)}
      danger={danger}
    >
      {children}
      {typed !== undefined && (
        <TextInput
          data-autofocus
          label={
            <Trans i18nKey="confirm.typeToConfirm" values={{ text: typed }}>
              Type <strong>{typed}</strong>
            </Trans>
          }
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
    </DialogForm>
  );
}
