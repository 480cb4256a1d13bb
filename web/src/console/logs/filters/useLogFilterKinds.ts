import { IconApps, IconBolt, IconCalendar, IconHash, IconUser, IconWorld } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { FilterKind } from "../../../kit/filters/types";
import { useMay } from "../../../session/SessionContext";
import { GROUPS, KINDS } from "../events/kinds";
import { useApplicationNames, useUserName } from "../queries";
import type { LogView } from "../view";
import { UserForm } from "./UserForm";

/** By what the record is filtered. */
export function useLogFilterKinds(view: LogView): FilterKind[] {
  const { t } = useTranslation("logs");
  const may = useMay("read:clients");
  const applications = useApplicationNames(may);
  const { data: person } = useUserName(view.user);
  const whats = [
    ...GROUPS.map((group) => ({ value: group, label: t(`group.${group}`) })),
    ...KINDS.map(({ kind }) => ({ value: kind, label: t(`kind.${kind}`) })),
  ];
  return [
    { id: "what", label: t("filter.what"), icon: IconBolt, type: "choices", choices: whats },
    {
      id: "user",
      label: t("filter.user"),
      icon: IconUser,
      type: "own",
      Form: UserForm,
      describe: (id) => person ?? id,
    },
    ...(applications.data
      ? [
          {
            id: "application",
            label: t("filter.application"),
            icon: IconApps,
            type: "choices" as const,
            single: true,
            choices: applications.data.map(({ client_id, name }) => ({ value: client_id, label: name })),
          },
        ]
      : []),
    { id: "time", label: t("filter.time"), icon: IconCalendar, type: "dates" },
    {
      id: "ip",
      label: t("filter.ip"),
      icon: IconWorld,
      type: "text",
      placeholder: "192.0.2.7",
      hint: t("filter.ipHint"),
    },
    { id: "request", label: t("filter.request"), icon: IconHash, type: "text", hint: t("filter.requestHint") },
  ];
}
