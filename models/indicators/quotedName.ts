import { indicatorById } from "./registry.ts";

/** An indicator as a Chinese sentence names it: “居民消费价格同比”; the id where the catalogue does not know it. */
export function quotedName(id: string): string {
  return `“${indicatorById(id)?.short.zh ?? id}”`;
}
