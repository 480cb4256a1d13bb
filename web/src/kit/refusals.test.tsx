import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { useApi } from "../api/ApiContext";
import { answer } from "../api/client";
import { show } from "../testing/render";
import { Refused, serve } from "../testing/server";
import { write } from "../testing/write";
import { chooseLanguage } from "../words/languages";
import { useNotify } from "./notify";
import { Problem } from "./states";
import { useSaving } from "./useSaving";

function refuseWith(messages: [rule: string, field: string][], code = "invalid_body") {
  const message = messages
    .map(([rule, field]) => `Payload validation error: '${rule}' on property ${field}.`)
    .join(" ");
  const refusal = { statusCode: 400, errorCode: code, message, field: messages[0]?.[1] };
  serve({ "POST /api/v2/roles": () => new Refused(400, refusal) });
}

function Form() {
  const api = useApi();
  const form = useForm({ initialValues: { name: "", description: "" } });
  const { submit, error } = useSaving(form, (body) => answer(api.POST("/api/v2/roles", { body })));
  return (
    <form onSubmit={submit}>
      <TextInput label="名称" {...form.getInputProps("name")} />
      <TextInput label="描述" {...form.getInputProps("description")} />
      {error !== undefined && <Problem error={error} />}
      <button type="submit">保存</button>
    </form>
  );
}

function describedBy(label: string): string {
  const field = screen.getByLabelText(label);
  const ids = field.getAttribute("aria-describedby")?.split(" ").filter(Boolean) ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(" ");
}

test("a form in Chinese shows at each field what is wrong with it, in Chinese", async () => {
  refuseWith([
    ["must have 1 to 200 characters without < and >", "name"],
    ["must not have more than 500 characters", "description"],
  ]);
  const { user } = await show(<Form />, { language: "zh-CN" });
  await write(user, screen.getByLabelText("名称"), "<");
  await user.click(screen.getByText("保存"));
  expect(await screen.findByText("长度必须为 1 到 200 个字符，且不含 < 和 >")).toBeDefined();
  expect(describedBy("名称")).toContain("200");
  expect(describedBy("描述")).toBe("不能超过 500 个字符");
  expect(document.activeElement).toBe(screen.getByLabelText("名称"));
});

test("what is shown at a field is told anew in the language that the person chooses", async () => {
  refuseWith([["must not have more than 500 characters", "description"]]);
  const { user } = await show(<Form />);
  await user.click(screen.getByText("保存"));
  expect(await screen.findByText("Must not have more than 500 characters")).toBeDefined();
  await act(() => chooseLanguage("zh-CN"));
  expect(screen.getByText("不能超过 500 个字符")).toBeDefined();
});

test("a refusal of a field that the form does not have is told in Chinese beside it, with the field's label and the code", async () => {
  refuseWith([["must be a whole number from 1 to 9", "session_lifetime"]]);
  const { user } = await show(<Form />, { language: "zh-CN" });
  await user.click(screen.getByText("保存"));
  expect((await screen.findByRole("alert")).textContent).toContain("会话最长时间：必须是 1 到 9 之间的整数。");
  expect(screen.getByText("代码 invalid_body")).toBeDefined();
});

function Asking() {
  const api = useApi();
  const { failed } = useNotify();
  return (
    <button type="button" onClick={() => void answer(api.GET("/api/v2/stats/active-users")).catch(failed)}>
      ask
    </button>
  );
}

test("news of a refusal is told in Chinese from the first time on", async () => {
  const refusal = { statusCode: 429, errorCode: "too_many_requests", message: "Global limit has been reached" };
  serve({ "GET /api/v2/stats/active-users": () => new Refused(429, refusal) });
  const { user } = await show(<Asking />, { language: "zh-CN" });
  await user.click(screen.getByText("ask"));
  expect((await screen.findByRole("alert")).textContent).toContain("请求过于频繁。请稍候片刻再试。");
});
