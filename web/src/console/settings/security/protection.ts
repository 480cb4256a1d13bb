/** Whether a protection does anything: it is on, and blocking is among what it does. */
export function blocks({ enabled, shields }: { enabled: boolean; shields: string[] }): boolean {
  return enabled && shields.includes("block");
}

/** What is sent to switch it: what it does is blocking, the only thing there is. */
export function switched(on: boolean | undefined): { enabled?: boolean; shields?: "block"[] } {
  if (on === undefined) return {};
  return on ? { enabled: true, shields: ["block"] } : { enabled: false };
}
