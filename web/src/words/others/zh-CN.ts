import { gather } from "../gather";

/** What the other pages say. */
export default gather(
  import.meta.glob(["../zh-CN/*.json", "!../zh-CN/{common,shell,users,filters}.json"], {
    eager: true,
    import: "default",
  }),
);
