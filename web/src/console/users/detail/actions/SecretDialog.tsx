import { Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { SecretOnce } from "../../../../kit/SecretOnce";

interface SecretDialogProps {
  title: string;
  /** To whom and how to hand it on. */
  text: string;
  secret: string | undefined;
  onClose: () => void;
}

/** Shows what an action made, once; only its own buttons close it. */
export function SecretDialog({ title, text, secret, onClose }: SecretDialogProps) {
  const { t } = useTranslation("user");
  return (
    <Modal opened={secret !== undefined} onClose={onClose} title={title} closeOnClickOutside={false}>
      <Stack>
        <Text size="sm">{text}</Text>
        <SecretOnce title={t("secret.once")} secret={secret ?? ""} onDone={onClose} />
      </Stack>
    </Modal>
  );
}
