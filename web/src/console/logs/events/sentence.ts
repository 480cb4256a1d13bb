import type { TFunction } from "i18next";
import type { LogEvent } from "../../../api/types";
import { applicationOf, type Party } from "./details";
import { wordList } from "./wordList";

/** A piece of a sentence; names stand out. */
export interface Piece {
  text: string;
  isName: boolean;
}

// Marks that no name holds, so that names can be told from the words around them in any language.
const OPEN = "\uE000";
const CLOSE = "\uE001";

function name(text: string): string {
  return OPEN + text.replaceAll(/[\uE000\uE001]/g, "") + CLOSE;
}

function called(t: TFunction<"logs">, party: Party | undefined): string {
  if (!party || party.kind === "visitor") return t("logs:party.visitor");
  if (party.kind === "system") return t("logs:party.system");
  if (party.kind === "job") return name(t(`job.${party.name}`, { defaultValue: party.name }));
  return name(party.name || party.id);
}

/** What tells one case of a kind from another: what a status became, whose own profile it is. */
function caseOf(event: LogEvent): string {
  const { kind, actor, target, changes = [] } = event.details;
  const became = (field: string) => changes.find((change) => change.field === field)?.to;
  if (kind === "user.status_changed") return String(became("status"));
  if (kind === "user.role_changed") return String(became("platform_role"));
  if (kind === "user.updated" && actor?.id === target?.id) return "self";
  if (kind === "sign_in.lock_lifted" && !target) return "address";
  if (kind === "act.refused" && (!target || target.kind === "tenant" || target.id === actor?.id)) return "plain";
  return "";
}

function wordsOf(t: TFunction<"logs">, event: LogEvent): string {
  const { kind, actor, target, changes } = event.details;
  const application = applicationOf(event);
  const values = {
    actor: called(t, actor),
    target: called(t, target),
    // Who it is about: the account, where one was found, before whoever tried.
    person: called(t, target?.kind === "user" ? target : actor),
    application: application ? name(application.name) : t("logs:party.application"),
    // How many were changed at once.
    count: [changes?.find((change) => change.field === "user_ids")?.to].flat().length,
    address: name(String(changes?.find((change) => change.field === "ip")?.from ?? event.ip ?? "")),
    defaultValue: "",
  };
  const variant = caseOf(event);
  const special = variant && t(`event.${kind}_${variant}`, values);
  return special || t(`event.${kind}`, values) || event.description;
}

/** What an event says, in pieces: "Ada Lovelace" "signed in to" "Shop". */
export function sentenceOf(t: TFunction<"logs">, event: LogEvent): Piece[] {
  return wordsOf(t, event)
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter(Boolean)
    .map((text) => ({ text: text.replaceAll(/[\uE000\uE001]/g, ""), isName: text.startsWith(OPEN) }));
}

/** The same as one text. */
export function textOf(t: TFunction<"logs">, event: LogEvent): string {
  return sentenceOf(t, event)
    .map((piece) => piece.text)
    .join("");
}

/** Why, in words: what an administrator wrote, or what a refusal's code means. */
export function reasonOf(t: TFunction<"logs">, event: LogEvent): string | undefined {
  const { reason } = event.details;
  return reason && (wordList(t, "reason")[reason] ?? reason);
}
