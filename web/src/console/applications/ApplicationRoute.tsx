import { useParams } from "@tanstack/react-router";
import { ApplicationPage } from "./ApplicationPage";

/** The page of the application in the address. */
export function ApplicationRoute() {
  const { clientId = "" } = useParams({ strict: false }) as { clientId?: string };
  return <ApplicationPage key={clientId} clientId={clientId} />;
}
