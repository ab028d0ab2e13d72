import { hash, verify } from "@node-rs/argon2";
import type { Words } from "../../models/indicators/indicator.ts";

/** argon2id (the package's default) with the memory, passes and lanes of OWASP's first recommendation: 19 MiB, 2, 1. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const SHORTEST = 10;
/** Longer ones would only cost time. */
const LONGEST = 200;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let decoy: Promise<string> | null = null;

/**
 * Whether a password belongs to a hash. With no hash (the name is unknown) it verifies against a decoy and says no,
 * so that the answer takes as long and tells nothing about names.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("a decoy that no account has");
  const right = await verify(passwordHash ?? (await decoy), password.slice(0, LONGEST));
  return passwordHash !== null && right;
}

/** Why a new password will not do, or null. Length is what counts; the person's own name does not. */
export function passwordProblem(next: string, current: string, name: string): Words | null {
  if ([...next].length < SHORTEST) {
    return { zh: `密码至少需要 ${SHORTEST} 个字符`, en: `A password needs at least ${SHORTEST} characters` };
  }
  if ([...next].length > LONGEST) {
    return { zh: `密码最多 ${LONGEST} 个字符`, en: `A password has at most ${LONGEST} characters` };
  }
  if (next === current) return { zh: "新密码与原密码相同", en: "The new password is the old one" };
  if (next.toLowerCase().includes(name.toLowerCase())) {
    return { zh: "密码不能包含用户名", en: "A password must not contain the user name" };
  }
  if (new Set(next).size < 4) {
    return {
      zh: "密码过于简单：请至少使用 4 种不同字符",
      en: "Too simple: use at least 4 different characters",
    };
  }
  return null;
}
