import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../api/types";
import { Facts, type Fact } from "../../../kit/Facts";
import { useFormat } from "../../../words/format";
import { applicationOf } from "../events/details";
import { deviceIn } from "../events/device";
import { usePlaceOf } from "../events/place";
import { reasonOf } from "../events/sentence";
import { Id, PartyValue, RequestValue } from "./PartyValue";
import { Scopes } from "./Scopes";

/** Browser and device; what the program said of itself where neither is known. */
function useAgent(event: LogEvent): string | undefined {
  const { t } = useTranslation("logs");
  const { browser, device } = event.details;
  return [browser, deviceIn(t, device)].filter(Boolean).join(" · ") || event.user_agent;
}

/** Who, to whom, when, from where and why. */
export function EventFacts({ event }: { event: LogEvent }) {
  const { t } = useTranslation("logs");
  const format = useFormat();
  const agent = useAgent(event);
  const place = usePlaceOf()(event);
  const { actor, target, operation, correlation_id: request } = event.details;
  const application = applicationOf(event);
  const isOwn = actor?.kind === target?.kind && actor?.id === target?.id;
  const facts: Fact[] = [];
  function tell(name: string, value: Fact[1]) {
    if (value) facts.push([name, value]);
  }
  tell(t("detail.when"), `${format.time(event.date)} (${format.ago(event.date)})`);
  tell(t("detail.actor"), actor && <PartyValue party={actor} />);
  tell(t("detail.target"), target && !isOwn && <PartyValue party={target} />);
  const isOther = application && application.id !== actor?.id;
  tell(t("detail.application"), isOther && <PartyValue party={{ kind: "client", ...application }} />);
  tell(t("detail.reason"), reasonOf(t, event));
  tell(t("detail.ip"), event.ip && <Id text={event.ip} what={t("detail.ip")} />);
  tell(t("detail.place"), place);
  tell(t("detail.browser"), agent);
  tell(t("detail.connection"), event.connection);
  tell(t("detail.audience"), event.audience);
  tell(t("detail.scope"), event.scope && <Scopes scope={event.scope} />);
  tell(t("detail.operation"), operation);
  tell(t("detail.request"), request && <RequestValue request={request} />);
  tell(t("detail.logId"), <Id text={event.log_id} what={t("detail.logId")} />);
  tell(t("detail.type"), `${event.type} · ${event.description}`);
  return <Facts facts={facts} />;
}
