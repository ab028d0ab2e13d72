import { parentPort } from "node:worker_threads";
import type { GateContext } from "../gate/rule.ts";
import { LoadTasks, type Task } from "./tasks.ts";

/** What a thread is told: a load begins (with its catalogue), a task of it, it ends. */
export type ToWorker =
  | { kind: "begin"; load: string; context: GateContext }
  | { kind: "task"; load: string; id: number; task: Task }
  | { kind: "end"; load: string };

export type FromWorker = { id: number; result: unknown } | { id: number; error: unknown };

const loads = new Map<string, LoadTasks>();

async function handle(message: ToWorker): Promise<void> {
  if (message.kind === "begin") loads.set(message.load, new LoadTasks(message.context));
  else if (message.kind === "end") loads.delete(message.load);
  else {
    let answer: FromWorker;
    try {
      const tasks = loads.get(message.load);
      if (!tasks) throw new Error(`load ${message.load} was not begun in this thread`);
      answer = { id: message.id, result: await tasks.run(message.task) };
    } catch (error) {
      answer = { id: message.id, error };
    }
    parentPort!.postMessage(answer);
  }
}

parentPort?.on("message", handle);
