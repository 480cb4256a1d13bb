import { Avatar } from "@mantine/core";
import type { Application } from "../../api/types";
import { TYPE_ICONS } from "./typeIcons";

/** An application's logo, or a picture of its kind. */
export function ApplicationPicture({ application, size = 36 }: { application: Application; size?: number }) {
  const Icon = TYPE_ICONS[application.app_type ?? "regular_web"];
  return (
    <Avatar
      src={application.logo_uri || null}
      alt=""
      radius="md"
      size={size}
      variant="default"
      imageProps={{ referrerPolicy: "no-referrer" }}
    >
      <Icon size={size / 2} aria-hidden />
    </Avatar>
  );
}
