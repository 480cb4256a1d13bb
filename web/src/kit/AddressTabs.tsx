import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, type ReactNode } from "react";
import classes from "./AddressTabs.module.css";

/** A tab of a page. */
export interface AddressTab {
  /** Its name in the address. */
  value: string;
  label: string;
  content: ReactNode;
}

/** Tabs whose choice stands in the address; the first one is shown without it. */
export function AddressTabs({ label, tabs }: { label: string; tabs: AddressTab[] }) {
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const navigate = useNavigate();
  const first = tabs[0]?.value;
  const shown = tabs.some(({ value }) => value === tab) ? tab : first;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const active = list.current?.querySelector(`[data-value="${shown}"]`);
    active?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [shown]);
  function choose(value: string | null) {
    void navigate({ to: ".", search: value === first ? {} : { tab: value } });
  }
  return (
    <Tabs value={shown ?? null} onChange={choose} keepMounted={false}>
      <Tabs.List ref={list} aria-label={label} className={classes["list"]} mb="lg">
        {tabs.map(({ value, label: name }) => (
          <Tabs.Tab key={value} value={value} data-value={value}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ value, content }) => (
        <Tabs.Panel key={value} value={value}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
