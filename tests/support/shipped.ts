import { join } from "node:path";
import { build, ROOT } from "../../server/launch/build.mjs";

/**
 * A module of the product as it is shipped: compiled, threads included. Benches measure that, since a thread that
 * compiles TypeScript as it starts costs what nobody who runs the product pays.
 */
export async function shipped<Module>(path: string): Promise<Module> {
  build();
  return (await import(join(ROOT, "dist/app", path))) as Module;
}
