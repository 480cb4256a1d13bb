import { ActionIcon, FocusTrap, Popover, Tooltip } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { LookProps } from "./LookForm";
import classes from "./UserList.module.css";
import { later } from "../../../kit/later";
import { useSoon } from "../../../kit/useSoon";

const DIALOG = { role: "dialog" };

const loadForm = () => later(import("./LookForm"));
const fetchForm = () => void loadForm();
const LookForm = lazy(loadForm);

/** The button that opens columns and density. */
export function LookMenu(props: LookProps) {
  const { t } = useTranslation("users");
  useSoon(fetchForm);
  return (
    <Popover position="bottom-end" width={260} shadow="md" returnFocus withRoles={false}>
      <Popover.Target>
        <Tooltip label={t("list.look")}>
          <ActionIcon variant="default" size={36} aria-label={t("list.look")} aria-haspopup="dialog">
            <IconAdjustmentsHorizontal size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown {...DIALOG} aria-label={t("list.look")} className={classes["columns"]}>
        <Suspense>
          {/* Within, for the form may come a moment later. */}
          <FocusTrap>
            <div>
              <LookForm {...props} />
            </div>
          </FocusTrap>
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
