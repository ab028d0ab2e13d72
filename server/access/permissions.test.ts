import { describe, expect, it } from "vitest";
import { ROLES } from "../../db/stores/contract.ts";
import { appRouter } from "../routers/app.ts";
import { allowed, PERMISSIONS } from "./permissions.ts";

const procedures = Object.keys(appRouter._def.procedures).sort();
const listed = Object.keys(PERMISSIONS);

describe("who may call what", () => {
  it("every procedure of the router stands in the table, and nothing else does", () => {
    expect(procedures.length).toBeGreaterThan(15);
    expect(listed.filter((path) => !path.startsWith("http.")).sort()).toEqual(procedures);
  });

  it("what is not listed is refused to everyone, also by names that every object has", () => {
    for (const path of ["series.secret", "", "toString", "__proto__", "constructor"]) {
      for (const role of [null, ...ROLES]) expect(allowed(path, role)).toBe(false);
    }
  });

  it("nobody who has not signed in gets further than signing in", () => {
    expect(listed.filter((path) => allowed(path, null))).toEqual(["auth.me", "auth.signIn", "auth.signOut"]);
  });

  it("only stewards and administrators bring in figures; only modelers and administrators run models", () => {
    const who = (path: string): string[] => ROLES.filter((role) => allowed(path, role));
    expect(who("http.ingest")).toEqual(["steward", "administrator"]);
    expect(who("models.run")).toEqual(["modeler", "administrator"]);
    expect(who("jobs.cancel")).toEqual(["modeler", "steward", "administrator"]);
    expect(who("jobs.list")).toEqual(["analyst", "modeler", "steward", "administrator"]);
    expect(who("alerts.transition")).toEqual(["leader", "analyst", "administrator"]);
    expect(who("alerts.comment")).toEqual(["leader", "analyst", "modeler", "administrator"]);
  });
});
