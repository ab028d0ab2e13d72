type Engine = typeof import("./echarts.ts");

let turn: Promise<unknown> = Promise.resolve();

/**
 * Fetches the drawing engine and waits for a turn: charts start one per task, so that a click between
 * two of them is answered.
 */
export async function loadEcharts(): Promise<Engine> {
  const engine = await import("./echarts.ts");
  const mine = turn.then(() => new Promise((resolve) => setTimeout(resolve)));
  turn = mine;
  await mine;
  return engine;
}
