import { Skeleton, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Page } from "./Page";
import { Problem } from "./states";

/** What was asked of the server: there, refused, or neither yet. */
export interface Asked<Told> {
  data: Told | undefined;
  error: unknown;
  refetch: () => Promise<unknown>;
}

interface ThingPageProps<Thing> {
  asked: Asked<Thing>;
  /** What such a thing is called, until it is known what this one is. */
  title: string;
  /** The list that it belongs to. */
  parent: { to: string; label: string };
  /** The page itself, once it is there. */
  children: (thing: Thing) => ReactNode;
}

/** The page of one thing of a list: grey until it is there, or what went wrong. */
export function ThingPage<Thing>({ asked, title, parent, children }: ThingPageProps<Thing>) {
  const { data, error, refetch } = asked;
  if (data !== undefined) return children(data);
  return (
    <Page title={title} parent={parent}>
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Stack gap="lg" aria-hidden>
          <Skeleton h={28} w="40%" />
          <Skeleton h={40} />
          <Skeleton h={420} radius="lg" />
        </Stack>
      )}
    </Page>
  );
}
