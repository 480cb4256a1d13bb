import { useParams } from "@tanstack/react-router";
import { ApiPage } from "./ApiPage";

/** The page of the API in the address. */
export function ApiRoute() {
  const { apiId = "" } = useParams({ strict: false }) as { apiId?: string };
  return <ApiPage key={apiId} apiId={apiId} />;
}
