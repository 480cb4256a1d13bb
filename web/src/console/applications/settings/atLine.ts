import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors";
import { ruleOf } from "../../../api/refusals/refusals";

/** Tells a refusal of the entry `callbacks[1]` at the list, naming its line. */
export function useAtLine(): (error: unknown) => unknown {
  const { t } = useTranslation("applications");
  return (error) => {
    if (!(error instanceof ApiError)) return error;
    const [, list, entry] = /^(\w+)\[(\d+)\]$/.exec(error.field ?? "") ?? [];
    if (!list || !entry) return error;
    const message = t("settings.line", { number: Number(entry) + 1, message: ruleOf(error) });
    return new ApiError(error.status, error.code, message, list);
  };
}
