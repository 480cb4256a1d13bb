import type { Icon } from "@tabler/icons-react";
import type { ComponentType } from "react";

/** One condition of a list, as its kind writes it. */
export interface Filter {
  /** The kind's id. */
  kind: string;
  /** What is asked for, in one line of text: it stands in the address. */
  value: string;
}

/** What a filter's form is given. */
export interface FilterFormProps {
  /** What the form is about, for its label. */
  label: string;
  /** What was chosen before; undefined for a new filter. */
  value: string | undefined;
  /** Takes the choice; an empty text takes the filter away. */
  apply: (value: string) => void;
}

/** One of several values that a filter may ask for. */
export interface Choice {
  value: string;
  label: string;
}

interface KindBase {
  /** Its name in the address, unlike those of the list's other parameters. */
  id: string;
  /** Its name for people. */
  label: string;
  icon?: Icon;
  /** Whether there may be several filters of this kind, each of which must hold. */
  repeats?: boolean;
}

/** What can be filtered by, and how a person says it. */
export type FilterKind = KindBase &
  (
    | {
        /** Any of some values; `single` asks for one alone. */
        type: "choices";
        choices: Choice[];
        single?: boolean;
      }
    | {
        /** A time: see dates.ts. `never` is offered where there may be none. */
        type: "dates";
        never?: boolean;
      }
    | {
        /** A text that is typed. */
        type: "text";
        placeholder?: string;
        hint?: string;
      }
    | {
        /** A form of the room's own, and how its value reads on the chip. */
        type: "own";
        Form: ComponentType<FilterFormProps>;
        describe: (value: string) => string;
      }
  );
