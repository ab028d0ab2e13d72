/** Runs a TypeScript share of a batch in a worker thread: `workerData.share` names the file, which exports `work(workerData)`. */
import { parentPort, workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { work } = await import(workerData.share);
parentPort.once("message", () => parentPort.postMessage(work(workerData)));
parentPort.postMessage("ready");
