import type { components } from "../../../../api/schema";

/** A device as sessions and refresh tokens tell it. */
export type Device = components["schemas"]["SessionDevice"];

/** What a device is called: browser and system, or as much as is known. */
export function deviceName({ browser, device, last_user_agent: agent }: Device, unknown: string): string {
  return [browser, device].filter(Boolean).join(" · ") || agent?.split(/[ (]/, 1)[0] || unknown;
}

/** Whether it is one that is held in the hand. */
export function isHandheld({ device = "" }: Device): boolean {
  return /phone|android|ios|ipad|tablet/i.test(device);
}
