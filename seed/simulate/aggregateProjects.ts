import { releaseDate } from "../../models/calendar/releaseDate.ts";
import { indicatorById, MAINLAND_PROVINCES } from "../../models/indicators/registry.ts";
import type { IsoDate } from "../../models/series/date.ts";
import { periodOfSlot } from "../../models/series/period.ts";
import type { SimulatedProject } from "./projectRegister.ts";
import type { SimulatedRow } from "./simulatedRow.ts";

interface Sums {
  "sim.projects.started": number;
  "sim.projects.planned-investment": number;
  "sim.projects.stalled": number;
}

/** Sums a register by month for each province and the nation, as published until a day. */
export function aggregateProjects(projects: readonly SimulatedProject[], until: IsoDate): SimulatedRow[] {
  const sums = new Map<string, Sums>();
  const at = (month: number, region: string): Sums => {
    const key = `${month} ${region}`;
    const held = sums.get(key) ?? {
      "sim.projects.started": 0,
      "sim.projects.planned-investment": 0,
      "sim.projects.stalled": 0,
    };
    sums.set(key, held);
    return held;
  };
  const months = projects.map((p) => p.started);
  const first = months.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const last = months.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  for (let month = first; month <= last; month++)
    for (const region of ["CHN", ...MAINLAND_PROVINCES]) at(month, region);
  for (const project of projects) {
    for (const region of ["CHN", project.province]) {
      const begun = at(project.started, region);
      begun["sim.projects.started"] += 1;
      begun["sim.projects.planned-investment"] += project.planned;
      if (project.stalled !== null && project.stalled <= last)
        at(project.stalled, region)["sim.projects.stalled"] += 1;
    }
  }
  return [...sums].flatMap(([key, sum]) => {
    const [month = "", region = ""] = key.split(" ");
    const period = periodOfSlot(Number(month), "M");
    return Object.entries(sum).flatMap(([indicator, value]) => {
      const known = indicatorById(indicator);
      if (!known) throw new RangeError(`no indicator "${indicator}" to simulate`);
      const vintage = releaseDate(known.update, period);
      return vintage > until ? [] : [{ indicator, region, period, value: Number(value.toFixed(1)), vintage }];
    });
  });
}
