import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { userAddress } from "../../../kit/addresses";
import { faultOf } from "../../../kit/json/fault";
import { useNotify } from "../../../kit/notify";
import { nameOf } from "../../../kit/Person";
import { useSaving } from "../../../kit/useSaving";
import { keepSecret } from "../detail/header/firstSecret";
import { usePasswordLink } from "../detail/queries/security";
import { useCreateUser } from "./queries";
import { EMPTY, requestOf, type CreateForm } from "./values";

/** How long the link to choose a first password holds, in seconds: five days. */
const LINK_LIFETIME = 432_000;

/** The form that makes a user and opens the new user's page. */
export function useCreateForm(connection: string) {
  const { t } = useTranslation("user");
  const required = (text: string) => (text.trim() ? null : t("common:form.required"));
  const form = useForm<CreateForm>({
    initialValues: { ...EMPTY, connection },
    validate: {
      password: (text, { way }) => (way === "typed" ? required(text) : null),
      email: (text, { way }) => (way === "link" && !text.trim() ? t("create.linkNeedsEmail") : null),
      preferences: (text) => (faultOf(text, true) ? t("create.preferencesFault") : null),
    },
  });
  const create = useCreateUser();
  const link = usePasswordLink();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { done, failed } = useNotify();
  const [made, setMade] = useState(false);

  const saving = useSaving(form, async (values) => {
    const user = await create.mutateAsync(requestOf(values));
    const userId = user.user_id ?? "";
    setMade(true);
    done(t("create.done", { name: nameOf(user) }));
    if (user.generated_password) keepSecret(queries, userId, { kind: "password", secret: user.generated_password });
    if (values.way === "link") {
      // The user is there whatever becomes of the link; its page can make another one.
      const told = await link.mutateAsync({ userId, seconds: LINK_LIFETIME }).catch(failed);
      if (told) keepSecret(queries, userId, { kind: "passwordLink", secret: told.ticket });
    }
    await navigate({ to: userAddress(userId), ignoreBlocker: true });
  });
  return { form, ...saving, changed: form.isDirty() && !made };
}

/** What the hook gives. */
export type CreateFormState = ReturnType<typeof useCreateForm>["form"];
