import { Stack } from "@mantine/core";
import { useMay } from "../../../../session/SessionContext";
import { useProtection } from "../protection";
import { useShownUser } from "../ShownUser";
import { PermissionsSection } from "./PermissionsSection";
import { RolesSection } from "./RolesSection";

/** The roles of the tenant's applications that a user has, and what they permit (S0.L26, S3.L13.1). */
export default function RolesTab() {
  const { user } = useShownUser();
  const isFree = useProtection(user)("edit") === undefined;
  const mayUpdate = useMay("update:users") && isFree;
  const mayGive = useMay("create:role_members") && mayUpdate;
  const mayTake = useMay("delete:role_members") && mayUpdate;
  return (
    <Stack gap="lg">
      <RolesSection mayGive={mayGive} mayTake={mayTake} />
      <PermissionsSection mayUpdate={mayUpdate} />
    </Stack>
  );
}
