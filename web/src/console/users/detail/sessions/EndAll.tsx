import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNotify } from "../../../../kit/notify";
import { nameOf } from "../../../../kit/Person";
import { SecurityDialog } from "../actions/SecurityDialog";
import { useShownUser } from "../ShownUser";

interface EndAllProps {
  /** The words on its button, and of its dialog: title, effect, and what is told afterwards. */
  words: { action: string; title: string; effect: string; done: string };
  end: () => Promise<unknown>;
}

/** Ends all of one kind of a user's access, and asks before it. */
export function EndAll({ words, end }: EndAllProps) {
  const { t } = useTranslation("user");
  const { user } = useShownUser();
  const [opened, setOpened] = useState(false);
  const { done } = useNotify();
  const name = nameOf(user);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t(words.action)}
      </Button>
      <SecurityDialog
        user={user}
        opened={opened}
        onClose={() => setOpened(false)}
        title={t(words.title, { name })}
        effect={t(words.effect)}
        action={t(words.action)}
        danger
        onConfirm={async () => {
          await end();
          done(t(words.done, { name }));
        }}
      />
    </>
  );
}
