import { run } from "../server/main.ts";
import { plantBaseline } from "./scenarios/baseline.ts";

/** The process as shipped: the server, and the seed it loads into an empty base. `--once` ends when all is ready. */
await run(plantBaseline, { once: process.argv.includes("--once") });
