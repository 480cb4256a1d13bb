import { Stack, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { UnsavedGuard } from "../../../../kit/UnsavedGuard";
import { useSession } from "../../../../session/SessionContext";
import { useProtection } from "../protection";
import { useShownUser } from "../ShownUser";
import { BagEditor } from "./BagEditor";
import { BAGS, type Bag } from "./bags";

/** Metadata and preferences, as JSON (S2.L21.2, S4.L10.13). */
export default function MetadataTab() {
  const { t } = useTranslation("user");
  const shown = useShownUser();
  const session = useSession();
  const isProtected = useProtection(shown.user)("edit") !== undefined;
  const [changed, setChanged] = useState<Partial<Record<Bag, boolean>>>({});
  const tell = useCallback(
    (bag: Bag, is: boolean) => setChanged((before) => (before[bag] === is ? before : { ...before, [bag]: is })),
    [],
  );
  function isReadOnly(bag: Bag) {
    const enough = session.may("update:users") || (bag === "app_metadata" && session.may("update:users_app_metadata"));
    return isProtected || !enough;
  }
  return (
    <Stack gap="lg">
      <UnsavedGuard changed={BAGS.some((bag) => changed[bag])} />
      <Text size="sm" c="dimmed">
        {t("metadata.text")}
      </Text>
      {BAGS.map((bag) => (
        <BagRow key={bag} bag={bag} readOnly={isReadOnly(bag)} tell={tell} />
      ))}
    </Stack>
  );
}

interface BagRowProps {
  bag: Bag;
  readOnly: boolean;
  tell: (bag: Bag, changed: boolean) => void;
}

function BagRow({ bag, readOnly, tell }: BagRowProps) {
  const shown = useShownUser();
  const onChanged = useCallback((changed: boolean) => tell(bag, changed), [bag, tell]);
  return <BagEditor bag={bag} shown={shown} readOnly={readOnly} onChanged={onChanged} />;
}
