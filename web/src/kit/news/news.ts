import { useSyncExternalStore } from "react";

/** Something that just happened. */
export interface News {
  id: number;
  title?: string;
  text: string;
  isProblem: boolean;
}

/** The most that is shown at once; older news makes room. */
const MOST = 5;

let shown: readonly News[] = [];
let last = 0;
const watchers = new Set<() => void>();

function set(next: readonly News[]): void {
  shown = next;
  for (const watcher of watchers) watcher();
}

/** Tells the person. */
export function tell(news: Omit<News, "id">): void {
  last += 1;
  set([...shown, { ...news, id: last }].slice(-MOST));
}

/** Takes news away. */
export function dismiss(id: number): void {
  set(shown.filter((news) => news.id !== id));
}

/** Takes all news away. */
export function dismissAll(): void {
  set([]);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** What is to be told now, the oldest first. */
export function useNews(): readonly News[] {
  return useSyncExternalStore(watch, () => shown);
}
