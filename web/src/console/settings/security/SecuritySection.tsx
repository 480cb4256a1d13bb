import { BruteForceForm } from "./BruteForceForm";
import { IpThrottlingForm } from "./IpThrottlingForm";
import { RateLimitsForm } from "./RateLimitsForm";

/** What protects sign-in from guessing. */
export function SecuritySection() {
  return (
    <>
      <BruteForceForm />
      <IpThrottlingForm />
      <RateLimitsForm />
    </>
  );
}
