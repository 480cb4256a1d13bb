import { Anchor, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { applicationAddress, roleAddress, userAddress } from "../../../kit/addresses";
import { Copy } from "../../../kit/Copy";
import type { Party } from "../events/details";

const ADDRESSES: Record<string, (id: string) => string> = {
  user: userAddress,
  client: applicationAddress,
  role: roleAddress,
};

/** An id, small, to copy. */
export function Id({ text, what }: { text: string; what: string }) {
  return (
    <Group component="span" gap={2} wrap="nowrap" display="inline-flex">
      <Text span size="xs" ff="monospace">
        {text}
      </Text>
      <Copy text={text} what={what} />
    </Group>
  );
}

/** Somebody or something: its name leads to its page, its id can be copied. */
export function PartyValue({ party }: { party: Party }) {
  const { t } = useTranslation("logs");
  if (party.kind === "visitor" || party.kind === "system") return t(`party.${party.kind}`);
  const address = ADDRESSES[party.kind];
  const name = party.kind === "job" ? t(`job.${party.name}`, { defaultValue: party.name }) : party.name;
  return (
    <>
      {address ? (
        <Anchor component={Link} to={address(party.id)} inherit dir="auto">
          {name || party.id}
        </Anchor>
      ) : (
        name || party.id
      )}
      {name !== party.id && (
        <Text component="div" c="dimmed">
          <Id text={party.id} what={t("detail.id")} />
        </Text>
      )}
    </>
  );
}

/** The id of a request, and the way to everything that came of it. */
export function RequestValue({ request }: { request: string }) {
  const { t } = useTranslation("logs");
  return (
    <>
      <Id text={request} what={t("detail.request")} />
      <div>
        <Anchor component={Link} to="/logs" search={{ request } as never} inherit>
          {t("detail.sameRequest")}
        </Anchor>
      </div>
    </>
  );
}
