/**
 * A thread that runs TypeScript sources, in development and in tests: threads do not inherit the loader of the
 * process (Node 20), so it is registered here first. The build starts the compiled worker itself.
 */
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.entry);
