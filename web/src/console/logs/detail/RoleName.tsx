import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { roleAddress } from "../../../kit/addresses";
import { useRoleName } from "../queries";

/** A role by its name of today; by its id where it is gone or may not be read. */
export function RoleName({ roleId }: { roleId: string }) {
  const { data } = useRoleName(roleId);
  if (!data) return roleId;
  return (
    <Anchor component={Link} to={roleAddress(roleId)} inherit>
      {data}
    </Anchor>
  );
}
