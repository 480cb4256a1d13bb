import type { Catalogue } from "../teller";
import codes from "./codes.json";
import files from "./files.json";
import hashes from "./hashes.json";
import rules from "./rules.json";
import search from "./search.json";
import sentences from "./sentences.json";

/** What the server says, in Simplified Chinese. */
export const catalogue: Catalogue = {
  codes,
  texts: { ...rules, ...search, ...sentences, ...files, ...hashes },
  grammar: {
    at: "{field}：{rule}",
    entry: "{list}第 {number} 项",
    within: "{field}（{place}）",
    next: "；",
    comma: "、",
    stop: "。",
  },
};
