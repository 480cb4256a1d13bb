import { IconBrowser, IconDeviceMobile, IconRobot, IconServer, type Icon } from "@tabler/icons-react";
import type { ApplicationType } from "./queries";

/** A picture for each kind of application. */
export const TYPE_ICONS: Record<ApplicationType, Icon> = {
  spa: IconBrowser,
  regular_web: IconServer,
  native: IconDeviceMobile,
  non_interactive: IconRobot,
};
