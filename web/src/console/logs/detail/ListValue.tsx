import { Anchor, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { userAddress } from "../../../kit/addresses";
import classes from "./Changes.module.css";
import { FieldValue } from "./FieldValue";
import { RoleName } from "./RoleName";

interface ListValueProps {
  field: string;
  /** The members, and which of them the other side lacks. */
  members: unknown[];
  different: unknown[];
  side: "before" | "after";
}

function Member({ field, value }: { field: string; value: unknown }) {
  if (field === "roles" && typeof value === "string") return <RoleName roleId={value} />;
  if (field === "user_ids" && typeof value === "string")
    return (
      <Anchor component={Link} to={userAddress(value)} inherit>
        {value}
      </Anchor>
    );
  if (typeof value === "object" && value && "permission_name" in value) return String(value.permission_name);
  return <FieldValue field={field} value={value} />;
}

/** A list, a line a member; what came or went is marked. */
export function ListValue({ field, members, different, side }: ListValueProps) {
  if (members.length === 0) return <FieldValue field={field} value={[]} />;
  return (
    <ul className={classes["list"]}>
      {members.map((value, place) => (
        <li key={place} data-mark={different.includes(value) ? side : undefined}>
          <Text span inherit className={classes["mark"]} aria-hidden>
            {different.includes(value) ? (side === "before" ? "−" : "+") : ""}
          </Text>
          <Member field={field} value={value} />
        </li>
      ))}
    </ul>
  );
}
