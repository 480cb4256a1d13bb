import { gather } from "../gather";

/** What the other pages say. */
export default gather(
  import.meta.glob(["../en/*.json", "!../en/{common,shell,users,filters}.json"], { eager: true, import: "default" }),
);
