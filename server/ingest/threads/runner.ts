import type { GateContext } from "../gate/rule.ts";
import { LoadTasks, type Task, type TaskResults } from "./tasks.ts";

/** Runs the tasks of one load: here for a small document, in threads for a big one; the same tasks either way. */
export interface Runner {
  /** How many tasks run at the same time. */
  readonly width: number;
  run<T extends Task>(task: T): Promise<TaskResults[T["kind"]]>;
  end(): void;
}

/** Runs each task at once, in this thread. */
export function inlineRunner(context: GateContext): Runner {
  const tasks = new LoadTasks(context);
  return {
    width: 1,
    run: <T extends Task>(task: T) => tasks.run(task) as Promise<TaskResults[T["kind"]]>,
    end: () => undefined,
  };
}
