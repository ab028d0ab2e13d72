import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Version of the product and hash of the running source. */
export function versions(): { version: string; codeVersion: string } {
  const read = (path: string): Record<string, string> =>
    JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  const { version } = read(join(process.cwd(), "package.json"));
  const built = import.meta.filename.endsWith(".js");
  return {
    version: version!,
    codeVersion: built ? read(join(import.meta.dirname, "../version.json")).code! : "source",
  };
}
