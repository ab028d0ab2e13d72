import { randomInt } from "node:crypto";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Role, UserStore } from "../../db/stores/contract.ts";
import { gradesOf } from "./grades.ts";
import { hashPassword } from "./password.ts";
import { readablePassword } from "./readablePassword.ts";

export interface FirstAccount {
  name: string;
  password: string;
  role: Role;
}

const FIRST: readonly { name: string; displayName: string; role: Role }[] = [
  { name: "admin", displayName: "系统管理员", role: "administrator" },
  { name: "leader", displayName: "领导", role: "leader" },
  { name: "analyst", displayName: "分析员", role: "analyst" },
  { name: "modeler", displayName: "建模员", role: "modeler" },
  { name: "steward", displayName: "数据管理员", role: "steward" },
];

export const FILE = "first-accounts.txt";

/**
 * On an empty users table: an administrator and one account for each role, with random passwords, returned once
 * for the launcher to print and written to `<dataDir>/first-accounts.txt`, readable by its owner only.
 * The file is written first: a kill in between must not leave accounts whose passwords nobody knows.
 * Empty where accounts exist already.
 */
export async function createFirstAccounts(users: UserStore, dataDir: string): Promise<FirstAccount[]> {
  if ((await users.count()) > 0) return [];
  const accounts = FIRST.map((a) => ({ ...a, password: readablePassword((below) => randomInt(below)) }));
  writePrivately(join(dataDir, FILE), textOf(accounts));
  const rows = await Promise.all(
    accounts.map(async ({ name, displayName, role, password }) => ({
      name,
      displayName,
      role,
      grades: gradesOf(role),
      passwordHash: await hashPassword(password),
      mustChangePassword: true,
    })),
  );
  const created = await users.createFirst(rows);
  if (created.length === 0) {
    // Another server on the same ledger was first: its file holds the passwords, ours would mislead.
    rmSync(join(dataDir, FILE), { force: true });
    return [];
  }
  return accounts.map(({ name, password, role }) => ({ name, password, role }));
}

function writePrivately(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  // `mode` counts only for a new file.
  chmodSync(path, 0o600);
}

function textOf(accounts: readonly FirstAccount[]): string {
  const width = Math.max(...accounts.map((a) => a.name.length)) + 2;
  return [
    "观澜首次启动时创建的账号。登录后请修改密码，并删除本文件。",
    "Accounts made at the first start. Change the passwords after signing in, and delete this file.",
    "",
    ...accounts.map((a) => `${a.name.padEnd(width)}${a.password}  (${a.role})`),
    "",
  ].join("\n");
}
