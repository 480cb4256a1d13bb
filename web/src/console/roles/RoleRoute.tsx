import { useParams } from "@tanstack/react-router";
import { RolePage } from "./RolePage";

/** The page of the role in the address. */
export function RoleRoute() {
  const { roleId = "" } = useParams({ strict: false }) as { roleId?: string };
  return <RolePage key={roleId} roleId={roleId} />;
}
