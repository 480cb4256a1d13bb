import { useEffect, useState } from "react";
import type { Words } from "../../../words/gather";
import { allWords } from "../../../words/languages";

type Names = (key: string) => string[];

function lookUp(words: Words, key: string): string[] {
  const [namespace = "", path = ""] = key.split(":");
  const found = path
    .split(".")
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], words[namespace]);
  return typeof found === "string" ? [found] : [];
}

/** The words of all languages, so that things are found by any of their names: "users" and 用户. */
export function useBothWords(): Names {
  const [all, setAll] = useState<Words[]>([]);
  useEffect(() => {
    let isThere = true;
    void Promise.all([allWords("en"), allWords("zh-CN")]).then((loaded) => {
      if (isThere) setAll(loaded);
    });
    return () => {
      isThere = false;
    };
  }, []);
  return (key) => all.flatMap((words) => lookUp(words, key));
}
