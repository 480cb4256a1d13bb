import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ApiError } from "../../api/errors";
import { refusalWords } from "../../api/refusals/refusals";
import { AuthorizationError } from "../../session/authorization";
import { show } from "../../testing/render";
import { startWords, type Language } from "../../words/languages";
import { BrokenStart } from "./BrokenStart";

const ERRORS: [Language, Error, RegExp][] = [
  ["en", new AuthorizationError("invalid_state", ""), /^This sign-in was begun in another tab/],
  ["zh-CN", new AuthorizationError("invalid_state", ""), /^此次登录是在另一个标签页中开始的/],
  ["en", new AuthorizationError("unauthorized", "user is blocked"), /^Your account is blocked/],
  ["zh-CN", new AuthorizationError("unauthorized", "user is blocked"), /^您的账户已被停用/],
  [
    "en",
    new AuthorizationError("invalid_scope", "No such scope."),
    /^The server did not sign you in: No such scope\.$/,
  ],
  ["zh-CN", new AuthorizationError("invalid_scope", "No such scope."), /^服务器未能让您登录：No such scope\.$/],
  ["zh-CN", new ApiError(0, "unreachable", "Failed to fetch"), /^无法连接服务器/],
];

test.each(ERRORS)("in %s a start that broke says why: %s", async (language, error, words) => {
  await startWords(language);
  await refusalWords();
  await show(<BrokenStart error={error} />, { language });
  expect(screen.getByText(words)).toBeDefined();
});
