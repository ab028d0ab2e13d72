/**
 * `npm run reference -- [DIR] [method …]`: every case below DIR against the product's function. Prints per method the cases,
 * those that passed and the worst difference, then each failure with both numbers; writes tests/.out/reference-methods.json.
 * Ends with code 1 on a failure, 2 where there is nothing to run.
 */
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defaultFolder, type ReferenceCase, readCases } from "./case.ts";
import { type CaseResult, checkOf, runCase } from "./runCases.ts";

const [first, ...rest] = process.argv.slice(2);
const isFolder = first !== undefined && existsSync(first) && statSync(first).isDirectory();
if (first !== undefined && !isFolder && /[/\\.]/.test(first)) end(`no folder ${first}`);
const folder = isFolder ? first : defaultFolder();
const named = isFolder ? rest : first === undefined ? [] : [first, ...rest];
const cases = readCases(folder).filter((c) => named.length === 0 || named.includes(c.method));
if (cases.length === 0) end(`no cases in ${folder}${named.length > 0 ? ` of ${named.join(", ")}` : ""}`);

const results: CaseResult[] = [];
const methods = [];
for (const [method, of] of byMethod(cases)) {
  const own: CaseResult[] = [];
  for (const c of of) own.push(await runCase(c));
  results.push(...own);
  const passed = own.filter(good).length;
  const check = await checkOf(method);
  methods.push({
    method,
    cases: own.length,
    passed,
    worst: Math.max(...own.map((r) => r.worst)),
    seconds: own.reduce((sum, r) => sum + r.seconds, 0),
    answeredBy: check?.answeredBy ?? null,
    source: check?.source ?? null,
    tolerance: check?.tolerance ?? null,
    reason: check?.reason ?? null,
    tools: [...new Set(of.map((c) => `${c.tool.name} ${c.tool.version}`))],
  });
  const row = methods.at(-1)!;
  process.stdout.write(
    `${passed === own.length ? "ok  " : "FAIL"} ${method.padEnd(28)} ${String(passed).padStart(3)} / ${own.length}   worst ${row.worst.toExponential(1)}   ${row.seconds.toFixed(2)} s\n`,
  );
}
for (const r of results.filter((x) => !good(x))) {
  process.stdout.write(
    `\n${r.method}/${r.case}: ${r.error ?? `${r.failures.length} of ${r.comparisons} differ`}\n`,
  );
  for (const f of r.failures.slice(0, 8))
    process.stdout.write(
      `  ${f.what}: ours ${f.ours}, theirs ${f.theirs} (differs by ${f.difference.toExponential(2)}, allowed ${f.tolerance})\n`,
    );
}
const passed = results.filter(good).length;
process.stdout.write(`\n${passed} of ${results.length} cases pass\n`);
const out = join(import.meta.dirname, "../.out");
mkdirSync(out, { recursive: true });
writeFileSync(
  join(out, "reference-methods.json"),
  JSON.stringify({ methods, cases: results.length, passed }, null, 1),
);
process.exit(passed === results.length ? 0 : 1);

function good(r: CaseResult): boolean {
  return r.error === null && r.failures.length === 0;
}

function byMethod(of: readonly ReferenceCase[]): Map<string, ReferenceCase[]> {
  const groups = new Map<string, ReferenceCase[]>();
  for (const c of of) groups.set(c.method, [...(groups.get(c.method) ?? []), c]);
  return groups;
}

function end(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
