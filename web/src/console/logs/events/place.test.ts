import { beforeAll, expect, test } from "vitest";
import { chooseLanguage, otherWords, startWords, words } from "../../../words/languages";
import { ADA, anEvent } from "../testEvents";
import { placeOf } from "./place";

type Place = NonNullable<Parameters<typeof anEvent>[1]>["location_info"];

function told(language: "en" | "zh-CN", location_info: Place): string | undefined {
  const event = anEvent({ kind: "sign_in.succeeded", actor: ADA }, location_info && { location_info });
  return placeOf(words.getFixedT(language, "logs"), language, event);
}

beforeAll(async () => {
  await startWords("en");
  await otherWords();
  await chooseLanguage("zh-CN");
});

// S0.L29.1
test("a place is told in the reader's language, as far as it is known", () => {
  const zurich = { city_name: "Zurich", country_code: "CH", country_name: "Switzerland" };
  expect(told("en", zurich)).toBe("Zurich, Switzerland");
  expect(told("zh-CN", zurich)).toBe("瑞士 Zurich");
  expect(told("zh-CN", { country_code: "JP", country_name: "Japan" })).toBe("日本");
  expect(told("en", { city_name: "Zurich" })).toBe("Zurich");
  expect(told("en", { city_name: "Singapore", country_code: "SG", country_name: "Singapore" })).toBe("Singapore");
  expect(told("zh-CN", { city_name: "Singapore", country_code: "SG", country_name: "Singapore" })).toBe("新加坡");
});

test("a code that the browser has no name for leaves the name that came with it", () => {
  expect(told("zh-CN", { country_code: "QX", country_name: "Somewhere" })).toBe("Somewhere");
  expect(told("en", { country_code: "nonsense", country_name: "Somewhere" })).toBe("Somewhere");
  expect(told("en", { continent_code: "EU" })).toBeUndefined();
  expect(told("en", undefined)).toBeUndefined();
});
