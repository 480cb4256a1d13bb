import type { components } from "./schema";

type Schemas = components["schemas"];

/** A user as lists and the detail page hold it. */
export type User = Schemas["PartialUser"];
/** An application. */
export type Application = Schemas["PartialClient"];
/** A role of the tenant's own applications. */
export type Role = Schemas["Role"];
/** An entry of the record. */
export type LogEvent = Schemas["LogEvent"];
/** An import or export. */
export type Job = Schemas["Job"];
/** A browser's sign-in. */
export type BrowserSession = Schemas["Session"];
/** A connection. */
export type Connection = Schemas["Connection"];
