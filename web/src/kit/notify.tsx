import { useTranslation } from "react-i18next";
import { tell } from "./news/news";
import { useProblem } from "./states";

/** Short news at the edge of the screen. */
export function useNotify(): { done: (message: string) => void; failed: (error: unknown) => void } {
  const { t } = useTranslation();
  const words = useProblem();
  return {
    done: (text) => tell({ text, isProblem: false }),
    failed: (error) => tell({ title: t("error.title"), text: words(error), isProblem: true }),
  };
}
