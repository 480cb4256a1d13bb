import { useState } from "react";
import { answer, type Api } from "../../../api/client";
import { useMay } from "../../../session/SessionContext";
import { LookUp } from "./LookUp";
import { useLookUp } from "./useLookUp";

const WAYS = {
  kind: "locked-identifier",
  async isBlocked(api: Api, identifier: string) {
    const { blocked_for } = await answer(api.GET("/api/v2/user-blocks", { params: { query: { identifier } } }));
    return blocked_for.length > 0;
  },
  release: (api: Api, identifier: string) =>
    answer(api.DELETE("/api/v2/user-blocks", { params: { query: { identifier } } })),
};

/** Looks up whether sign-ins with an identifier are locked, whoever has it or nobody, and lifts the lock. */
export function IdentifiersSection() {
  const [asked, ask] = useState("");
  const found = useLookUp(WAYS, asked);
  const mayRelease = useMay("update:users");
  return (
    <LookUp
      words="identifiers"
      example="ada@example.com"
      asked={asked}
      ask={ask}
      found={found}
      mayRelease={mayRelease}
    />
  );
}
