import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import classes from "./Page.module.css";

interface PageProps {
  /** The page's only first heading, and the title of the tab. */
  title: string;
  /** What the page is for, in a sentence. */
  description?: ReactNode;
  /** Before the title: a picture. */
  before?: ReactNode;
  /** Beside the title: badges and the like. */
  beside?: ReactNode;
  /** The page's own buttons. */
  actions?: ReactNode;
  /** The list that the page belongs to. */
  parent?: { to: string; label: string };
  children: ReactNode;
}

/** A page: heading, buttons, content. */
export function Page({ title, description, before, beside, actions, parent, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Anteroom`;
  }, [title]);
  return (
    <Stack gap="lg" className={classes["page"]}>
      <header className={classes["header"]}>
        <div className={classes["heading"]}>
          {parent && (
            <Breadcrumbs mb={before ? "xs" : 4} aria-label={parent.label}>
              <Anchor component={Link} to={parent.to} size="sm">
                {parent.label}
              </Anchor>
            </Breadcrumbs>
          )}
          <Group gap="md" wrap="nowrap" align="flex-start">
            {before}
            <div>
              <Group gap="sm">
                <Title order={1}>{title}</Title>
                {beside}
              </Group>
              {description && (
                <Text component="div" c="dimmed" size="sm" mt={4}>
                  {description}
                </Text>
              )}
            </div>
          </Group>
        </div>
        {actions && (
          <Group gap="xs" className={classes["actions"]}>
            {actions}
          </Group>
        )}
      </header>
      {children}
    </Stack>
  );
}
