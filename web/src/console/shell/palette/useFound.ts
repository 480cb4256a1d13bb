import { useDebouncedValue } from "@mantine/hooks";
import { IconUser } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { User } from "../../../api/types";
import { userAddress } from "../../../kit/addresses";
import { nameOf } from "../../../kit/Person";
import { useFindUsers } from "../../../kit/useFindUsers";
import { useMay } from "../../../session/SessionContext";
import { fit } from "./match";
import { readRecent, remember } from "./recent";
import { useChoices, type Choice } from "./useChoices";

/** A line that is a page, an action, or somebody. */
export type Found = Choice & { user?: User };

/** The most pages and actions shown, so that people are not pushed out of sight. */
const MOST = 7;

function fitting(choices: Choice[], typed: string): Choice[] {
  return choices
    .map((choice) => ({ choice, rank: fit(choice.names, typed) }))
    .filter(({ rank }) => rank !== undefined)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ choice }) => choice);
}

function remembered(user: User): User & { user_id: string; name: string } {
  const { user_id = "", email, picture } = user;
  return { user_id, name: nameOf(user), email, picture };
}

/** What fits the text: people from the server, pages and actions; without a text the choices of before and the pages. */
export function useFound(typed: string): { found: Found[]; isSearching: boolean } {
  const mayRead = useMay("read:users");
  const navigate = useNavigate();
  const choices = useChoices();
  const text = typed.trim();
  const [wanted] = useDebouncedValue(text, 150);
  const people = useFindUsers(mayRead ? wanted : "");
  const person = (user: User, group: Choice["group"]): Found => ({
    id: `user ${user.user_id}`,
    group,
    label: nameOf(user),
    names: [],
    icon: IconUser,
    user,
    run: () => {
      remember({ id: `user ${user.user_id}`, user: remembered(user) });
      void navigate({ to: userAddress(user.user_id ?? "") });
    },
  });
  const lasting = choices.map((choice) => ({
    ...choice,
    run: () => {
      remember({ id: choice.id });
      choice.run();
    },
  }));
  if (!text) {
    const recent = readRecent().flatMap(({ id, user }): Found[] => {
      if (user) return mayRead ? [person(user, "recent")] : [];
      const known = lasting.find((choice) => choice.id === id);
      return known ? [{ ...known, group: "recent" }] : [];
    });
    // The first steps from anywhere; the rest is found by its name.
    const others = lasting.filter(({ id }) => !/^\/settings\/|^language-|^(light|dark|auto)$/.test(id));
    return {
      found: [...recent, ...others.filter(({ id }) => !recent.some((one) => one.id === id))],
      isSearching: false,
    };
  }
  const fits = fitting(lasting, text).slice(0, MOST);
  const ofGroup = (group: Choice["group"]) => fits.filter((choice) => choice.group === group);
  const users = wanted ? (people.data ?? []).map((user) => person(user, "people")) : [];
  // A page that begins with the text is meant more often than somebody whose name holds it.
  return {
    found: [...ofGroup("pages"), ...users, ...ofGroup("actions")],
    isSearching: mayRead && (people.isFetching || wanted !== text),
  };
}
