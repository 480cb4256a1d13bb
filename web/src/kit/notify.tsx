import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useProblem } from "./states";

/** Short news at the edge of the screen. */
export function useNotify(): { done: (message: string) => void; failed: (error: unknown) => void } {
  const { t } = useTranslation();
  const words = useProblem();
  const closeButtonProps = { "aria-label": t("action.close") };
  return {
    done: (message) => {
      notifications.show({ message, color: "teal", icon: <IconCheck size={16} />, closeButtonProps });
    },
    failed: (error) => {
      notifications.show({
        title: t("error.title"),
        message: words(error),
        color: "red",
        icon: <IconAlertTriangle size={16} />,
        autoClose: 10_000,
        closeButtonProps,
        role: "alert",
      });
    },
  };
}
