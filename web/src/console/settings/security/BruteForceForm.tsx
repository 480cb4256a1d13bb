import { useBruteForce } from "../queries";
import { ProtectionForm } from "./ProtectionForm";

/** What wrong passwords in a row do to an account. */
export function BruteForceForm() {
  return (
    <ProtectionForm
      words="bruteForce"
      asked={useBruteForce()}
      amountsOf={({ max_attempts, lock_minutes }) => ({ attempts: max_attempts, minutes: lock_minutes })}
      names={{ max_attempts: "attempts", lock_minutes: "minutes" }}
      sentOf={({ attempts, minutes }) => ({
        ...(attempts !== undefined && { max_attempts: attempts }),
        ...(minutes !== undefined && { lock_minutes: minutes }),
      })}
    />
  );
}
