import { useHotkeys } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useState } from "react";
import { useSession } from "../../session/SessionContext";
import { PLACES } from "./places";

/** How long the second key of two may take, in milliseconds. */
const PAUSE = 1_500;

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Goes to a place by `g` and its letter. */
function usePlaceKeys(): void {
  const navigate = useNavigate();
  const session = useSession();
  useEffect(() => {
    let begun = 0;
    function pressed(event: KeyboardEvent) {
      if (isWriting(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      const place = PLACES.find(({ key, scope }) => key === event.key && session.may(scope));
      if (place && event.timeStamp - begun < PAUSE) {
        event.preventDefault();
        void navigate({ to: place.to });
      }
      begun = event.key === "g" ? event.timeStamp : -PAUSE;
    }
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [navigate, session]);
}

/** Calls for help by `?`, with whatever keys a keyboard writes it. */
function useHelpKey(open: () => void): void {
  const help = useEffectEvent(open);
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (event.key === "?" && !isWriting(event.target) && !event.metaKey && !event.ctrlKey) help();
    }
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

/** The keys that work on every page. */
export function useShortcuts() {
  const [opened, setOpened] = useState<"palette" | "help">();
  usePlaceKeys();
  useHotkeys([["mod+K", () => setOpened("palette")]], []);
  useHelpKey(() => setOpened("help"));
  const close = () => setOpened(undefined);
  return {
    palette: opened === "palette",
    help: opened === "help",
    openPalette: () => setOpened("palette"),
    closePalette: close,
    closeHelp: close,
  };
}
