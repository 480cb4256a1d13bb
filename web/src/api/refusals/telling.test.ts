import { beforeEach, expect, test } from "vitest";
import { chooseLanguage, startWords } from "../../words/languages";
import { ApiError } from "../errors";
import { refusalWords, ruleOf, tellError, tellText } from "./refusals";

/** A rule that a field of the body breaks, as the API writes it. */
function broken(rule: string, field: string): ApiError {
  return new ApiError(400, "invalid_body", `Payload validation error: '${rule}' on property ${field}.`, field);
}

beforeEach(async () => {
  await startWords("zh-CN");
  await refusalWords();
});

test("a rule is told with its numbers, and with the field's label where it stands alone", () => {
  const error = broken("must not have more than 500 characters", "reason");
  expect(ruleOf(error)).toBe("不能超过 500 个字符");
  expect(tellError(error)).toBe("原因：不能超过 500 个字符。");
});

test("an entry of a list and a place within a field are named", () => {
  const rule = "must hold no wildcard: every address is registered by itself";
  expect(tellError(broken(rule, "callbacks[1]"))).toBe("回调地址第 2 项：不能含有通配符：每个地址都要单独登记。");
  expect(tellError(broken("is there already", "scopes[0].value"))).toBe("权限范围第 1 项（value）：已存在。");
  expect(tellError(broken("Keys must not contain . or $", "user_metadata.a.b$"))).toBe(
    "用户元数据（a.b$）：名称中不能含有 . 或 $。",
  );
});

test("several rules in one refusal are all told", () => {
  const messages = [broken("must be an e-mail address", "email"), broken("is too long", "name")].map(
    ({ message }) => message,
  );
  const error = new ApiError(400, "invalid_body", messages.join(" "), "email");
  expect(tellError(error)).toBe("邮箱：必须是有效的邮箱地址；名称：过长。");
  expect(ruleOf(error)).toBe("必须是有效的邮箱地址");
});

test("a sentence goes before the words of its code, and takes the field at fault", () => {
  const taken = new ApiError(409, "auth0_idp_error", "The user already exists.", "username");
  expect(tellError(taken)).toBe("此用户名已被其他用户使用。");
  expect(ruleOf(taken)).toBe("此用户名已被其他用户使用");
  expect(tellError(new ApiError(409, "auth0_idp_error", "The user already exists."))).toMatch(/^邮箱、手机号、用户名/);
  const held = new ApiError(403, "rank_exceeded", "The scope read:logs is not one that you hold.", "scope");
  expect(tellError(held)).toBe("您自己没有权限范围 read:logs，因此不能授予。");
});

test("what is said within what is said is told too", () => {
  const query = new ApiError(400, "invalid_search_query", "a term must stand before `OR` (position 7)", "q");
  expect(ruleOf(query)).toBe("“OR”之前缺少条件（第 8 个字符）");
  const file = "The file cannot be read on. The file ends in the midst of an entry (after 3 entries, near byte 90).";
  expect(tellText(file)).toBe("无法继续读取文件：文件在某个条目中途结束（已读 3 个条目，约在第 90 字节处）。");
});

test("a status and a list of values are told in words", () => {
  const message = "A user who is archived is not unblocked but set active by a status action.";
  expect(tellText(message)).toContain("“已归档”");
  expect(tellText("must be one of left, right and none")).toBe("必须是以下之一：left、right、none");
});

test("what has no words is told by its code, with what the server says where that matters", () => {
  expect(tellError(new ApiError(403, "own_account", "Something new."))).toMatch(/^不能更改自己的平台角色/);
  expect(tellError(broken("must be blue", "company"))).toBe("提交的内容不符合要求：公司：must be blue");
  expect(ruleOf(broken("must be blue", "company"))).toBe("Must be blue");
  expect(tellError(new ApiError(418, "teapot", "I am one."))).toBe("I am one.");
  expect(ruleOf(new ApiError(418, "teapot", "i am one."))).toBe("I am one.");
  expect(tellError(new ApiError(502, "http_502", "HTTP 502"))).toMatch(/^服务器返回了错误（HTTP 502）/);
  expect(tellError(new RangeError("not ours"))).toBe("not ours");
});

test("readers of English are told the server's own words, whatever was told before", async () => {
  const error = broken("must be an e-mail address", "email");
  await chooseLanguage("en");
  expect(tellError(error)).toBe("Payload validation error: 'must be an e-mail address' on property email.");
  expect(ruleOf(error)).toBe("Must be an e-mail address");
  await chooseLanguage("zh-CN");
  expect(tellError(error)).toBe("邮箱：必须是有效的邮箱地址。");
});
