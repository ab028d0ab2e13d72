import { expect, it } from "vitest";
import { tooOldNode } from "./prepare.mjs";

it.each(["18.20.4", "20.18.3", "16.0.0"])("says in one sentence that Node %s is too old", (version) => {
  expect(tooOldNode(version)).toMatch(new RegExp(`20\\.19 or newer; this is Node ${version}`));
});

it.each(["20.19.0", "20.20.2", "22.0.0", "24.21.0"])("takes Node %s", (version) => {
  expect(tooOldNode(version)).toBeNull();
});
