import { LEFT_OUT, type Column, type Columns } from "./columns";
import { BELOW, FIELDS } from "./fields";

/** What people and other products call their columns, in small letters and without other signs. */
const OTHER_NAMES: Record<string, string> = {
  mail: "email",
  emailaddress: "email",
  primaryemail: "email",
  邮箱: "email",
  电子邮箱: "email",
  电子邮件: "email",
  phone: "phone_number",
  mobile: "phone_number",
  telephone: "phone_number",
  primaryphone: "phone_number",
  手机: "phone_number",
  手机号: "phone_number",
  手机号码: "phone_number",
  电话: "phone_number",
  firstname: "given_name",
  lastname: "family_name",
  surname: "family_name",
  名: "given_name",
  姓: "family_name",
  fullname: "name",
  displayname: "name",
  姓名: "name",
  avatar: "picture",
  photo: "picture",
  头像: "picture",
  login: "username",
  用户名: "username",
  昵称: "nickname",
  性别: "gender",
  dateofbirth: "birthdate",
  birthday: "birthdate",
  出生日期: "birthdate",
  生日: "birthdate",
  language: "locale",
  语言: "locale",
  timezone: "zoneinfo",
  时区: "zoneinfo",
  公司: "company",
  organization: "company",
  issuspended: "blocked",
  suspended: "blocked",
  disabled: "blocked",
  enabled: "!blocked",
  active: "!blocked",
  customdata: "user_metadata",
  attributes: "user_metadata",
  passwordencrypted: "password_hash",
  id: "external_id",
  employeeid: "external_id",
  工号: "external_id",
};

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** What a column of this name may be; left out where nothing tells. */
export function guess(name: string): Column {
  const trimmed = name.trim();
  const below = BELOW.find((field) => trimmed.startsWith(field));
  if (below) return { target: below, path: trimmed.slice(below.length), kind: "text" };
  if (FIELDS.includes(trimmed)) return { ...LEFT_OUT, target: trimmed };
  const own = FIELDS.find((field) => !field.startsWith("!") && plain(field) === plain(trimmed));
  return { ...LEFT_OUT, target: own ?? OTHER_NAMES[plain(trimmed)] ?? "" };
}

/** What the columns of a table may be: of two that seem to be the same the second is left out. */
export function guessAll(header: string[]): Columns {
  const columns: Columns = {};
  for (const name of header) {
    const guessed = guess(name);
    const taken = Object.values(columns).some(({ target, path }) => target === guessed.target && path === guessed.path);
    columns[name] ??= taken ? LEFT_OUT : guessed;
  }
  return columns;
}
