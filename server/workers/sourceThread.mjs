/**
 * A thread that runs TypeScript sources, in development and in tests: threads do not inherit the loader of the
 * process (Node 20), so it is registered here first. The build has no need of it.
 */
import { workerData } from "piscina";
import { register } from "tsx/esm/api";

register();
const { entry } = workerData;
const { default: run } = await import(entry);
export default run;
