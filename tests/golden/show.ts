import { lineDiff } from "./lineDiff.ts";
import { acceptGolden, savedGolden, textOf } from "./savedGolden.ts";
import { seededGolden } from "./seededGolden.ts";

/** Prints how the baseline differs from the accepted one; with --accept, accepts it. */
const accept = process.argv.includes("--accept");
const golden = await seededGolden();
const before = await Promise.resolve()
  .then(() => textOf(savedGolden()))
  .catch((error: unknown) => {
    if (accept) return "";
    throw error;
  });
const diff = lineDiff(before, textOf(golden));
for (const line of diff) process.stdout.write(`${line}\n`);
if (accept) acceptGolden(golden);
process.stdout.write(
  diff.length === 0
    ? "The baseline is as accepted.\n"
    : `${diff.length} lines differ${accept ? "; accepted as the new baseline" : ": review them, then npm run golden -- --accept"}.\n`,
);
process.exit(diff.length === 0 || accept ? 0 : 1);
