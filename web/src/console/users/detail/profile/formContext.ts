import { createFormContext } from "@mantine/form";
import type { UserForm } from "./fields";

/** The form of a user's profile, for the fields below it. */
export const [UserFormProvider, useUserFormContext, useUserForm] = createFormContext<UserForm>();
