import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CANDIDATE_IDS } from "../../../models/forecast/candidates.ts";
import { SCHEDULED_MODELS } from "../../../models/forecast/scheduled.ts";
import { ADOPTION } from "./adoption.ts";

const read = (file: string): string => readFileSync(join(import.meta.dirname, "../../..", file), "utf8");

describe("the places a modeler is sent to", () => {
  it("hold the lists that are named, with the models in them", () => {
    const [scheduled, candidates] = [ADOPTION.scheduled, ADOPTION.candidates].map(
      ({ file, list }) => read(file).split(new RegExp(`const ${list}\\b`))[1]!,
    );
    expect(scheduled!.match(/^ {2}\S.*,$/gm)).toHaveLength(SCHEDULED_MODELS.length);
    for (const id of CANDIDATE_IDS) expect(candidates).toMatch(new RegExp(`^ {2}"?${id}"?: async`, "m"));
  });
  it("have a changelog", () => expect(read(ADOPTION.changelog)).toMatch(/^# /));
});
