import { useIpThrottling } from "../queries";
import { ProtectionForm } from "./ProtectionForm";

/** What failures from one address do to it, whoever they are for. */
export function IpThrottlingForm() {
  return (
    <ProtectionForm
      words="throttling"
      asked={useIpThrottling()}
      amountsOf={({ stage, minutes }) => ({ attempts: stage["pre-login"].max_attempts, minutes })}
      names={{ "stage.pre-login.max_attempts": "attempts" }}
      sentOf={({ attempts, minutes }) => ({
        ...(attempts !== undefined && { stage: { "pre-login": { max_attempts: attempts } } }),
        ...(minutes !== undefined && { minutes }),
      })}
    />
  );
}
