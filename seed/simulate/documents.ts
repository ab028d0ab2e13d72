import type { IsoDate } from "../../models/series/date.ts";
import { aggregateProjects } from "./aggregateProjects.ts";
import { simulatePlatforms } from "./platforms.ts";
import { projectRegister } from "./projectRegister.ts";
import { simulatedDocument } from "./simulatedRow.ts";

const REGISTER_SEED = 20;
const REGISTER_FROM = "2019-01-01";

/** Simulated documents by path: written anew at every seeding, the same to the byte. */
export const SIMULATED_DOCUMENTS: Readonly<Record<string, (until: IsoDate) => string>> = {
  "simulated/platforms.csv": (until) => simulatedDocument(simulatePlatforms(until)),
  "simulated/projects.csv": (until) =>
    simulatedDocument(aggregateProjects(projectRegister(REGISTER_SEED, REGISTER_FROM, until), until)),
};
