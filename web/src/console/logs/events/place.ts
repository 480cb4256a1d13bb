import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { LogEvent } from "../../../api/types";

/** What a country is called in a language; undefined where the code is none that it knows. */
function countryIn(language: string, code: string | undefined): string | undefined {
  if (!code || !/^[A-Z]{2}$/.test(code)) return undefined;
  return new Intl.DisplayNames(language, { type: "region", fallback: "none" }).of(code);
}

/** Where an event's address was, in words: "Zurich, Switzerland"; undefined where that is not known. */
export function placeOf(t: TFunction<"logs">, language: string, event: LogEvent): string | undefined {
  const { city_name: city, country_code: code, country_name: name } = event.location_info ?? {};
  const country = countryIn(language, code) ?? name;
  // Singapore is in Singapore.
  if (city && country && city !== name) return t("place", { city, country });
  return country ?? city;
}

/** Tells where an event's address was, in the language on the screen. */
export function usePlaceOf(): (event: LogEvent) => string | undefined {
  const { t, i18n } = useTranslation("logs");
  return (event) => placeOf(t, i18n.language, event);
}
