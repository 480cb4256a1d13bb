import { useState } from "react";
import { answer, type Api } from "../../../api/client";
import { ApiError } from "../../../api/errors";
import { useMay } from "../../../session/SessionContext";
import { LookUp } from "./LookUp";
import { useLookUp } from "./useLookUp";

const WAYS = {
  kind: "blocked-address",
  async isBlocked(api: Api, id: string) {
    try {
      await answer(api.GET("/api/v2/anomaly/blocks/ips/{id}", { params: { path: { id } }, parseAs: "text" }));
      return true;
    } catch (problem) {
      // Not found is the answer: it is free.
      if (problem instanceof ApiError && problem.status === 404) return false;
      throw problem;
    }
  },
  release: (api: Api, id: string) =>
    answer(api.DELETE("/api/v2/anomaly/blocks/ips/{id}", { params: { path: { id } } })),
};

/** Looks an address up, and lets it in again. */
export function AddressesSection() {
  const [asked, ask] = useState("");
  const found = useLookUp(WAYS, asked);
  const mayRelease = useMay("delete:anomaly_blocks");
  return <LookUp words="addresses" example="192.0.2.7" asked={asked} ask={ask} found={found} mayRelease={mayRelease} />;
}
