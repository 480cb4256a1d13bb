import { useMay } from "../../../session/SessionContext";
import { AddressesSection } from "./AddressesSection";
import { IdentifiersSection } from "./IdentifiersSection";

/** Who is kept out after too many failures: addresses, and identifiers. */
export function BlocksSection() {
  return (
    <>
      <AddressesSection />
      {useMay("read:users") && <IdentifiersSection />}
    </>
  );
}
