import type { FirstAccount } from "./access/firstAccounts.ts";
import type { Config } from "./config.ts";
import type { Edition } from "./edition.ts";

/** Says on the terminal where the product answers, how far its figures go, and the first accounts when they were just made. */
export function greet(
  address: string,
  config: Config,
  edition: Edition,
  accounts: readonly FirstAccount[],
): void {
  const lines = [
    "",
    `  观澜 Guanlan  →  ${address}`,
    `  数据截至 figures as of ${edition.baseDate ?? "(empty base)"} · data folder ${config.dataDir}`,
  ];
  if (accounts.length > 0) {
    lines.push("", "  First accounts (shown once; kept in first-accounts.txt in the data folder):");
    for (const a of accounts) lines.push(`    ${a.name.padEnd(10)} ${a.password.padEnd(26)} ${a.role}`);
  } else {
    lines.push(
      "  Sign in with your account; the first ones stand in first-accounts.txt in the data folder, if it was not deleted.",
    );
  }
  lines.push("  Ctrl-C ends it.", "");
  process.stdout.write(`${lines.join("\n")}\n`);
}
