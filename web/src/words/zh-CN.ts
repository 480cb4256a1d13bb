import { gather } from "./gather";

/** What the first page says; the rest is in others/. */
export default gather(
  import.meta.glob("./zh-CN/{common,shell,users,filters}.json", { eager: true, import: "default" }),
);
