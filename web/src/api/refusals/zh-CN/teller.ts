import { tellerOf } from "../teller";
import { catalogue } from "./catalogue";

/** Tells refusals in Simplified Chinese. */
export default tellerOf(catalogue);
