import { Anchor, Text, ThemeIcon } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Section } from "../../kit/Section";
import { useMay } from "../../session/SessionContext";
import classes from "./Home.module.css";
import { useHasApplication, useUserTotal } from "./queries";

interface Step {
  name: "application" | "users" | "signIn";
  done: boolean;
  links: { to: string; word: string }[];
}

/** What to do first, in a tenant that has no application or nobody but its administrator yet. */
export function FirstSteps() {
  const { t } = useTranslation("home");
  const { data: hasApplication } = useHasApplication();
  const { data: total } = useUserTotal();
  const may = useMay("create:clients", "create:users");
  const isKnown = hasApplication !== undefined && total !== undefined;
  // Whoever set up the tenant is its first user.
  const hasUsers = (total ?? 0) > 1;
  if (!may || !isKnown || (hasApplication && hasUsers)) return null;
  const steps: Step[] = [
    { name: "application", done: hasApplication, links: [{ to: "/applications/new", word: "application" }] },
    {
      name: "users",
      done: hasUsers,
      links: [
        { to: "/users/new", word: "user" },
        { to: "/transfers/import", word: "import" },
      ],
    },
    { name: "signIn", done: false, links: [{ to: "/applications", word: "applications" }] },
  ];
  return (
    <Section title={t("first.title")} description={t("first.description")}>
      <ol className={classes["steps"]}>
        {steps.map((step, index) => (
          <StepCard key={step.name} step={step} number={index + 1} />
        ))}
      </ol>
    </Section>
  );
}

function StepCard({ step: { name, done, links }, number }: { step: Step; number: number }) {
  const { t } = useTranslation("home");
  return (
    <li className={classes["step"]} data-done={done || undefined}>
      <ThemeIcon size={28} radius="xl" variant="light" color={done ? "teal" : undefined}>
        {done ? <IconCheck size={16} aria-label={t("first.done")} /> : number}
      </ThemeIcon>
      <Text fw={600}>{t(`first.${name}`)}</Text>
      <Text size="sm" c="dimmed">
        {t(`first.${name}Text`)}
      </Text>
      {!done &&
        links.map(({ to, word }) => (
          <Anchor key={to} component={Link} to={to} size="sm">
            {t(`action.${word}`)}
          </Anchor>
        ))}
    </li>
  );
}
