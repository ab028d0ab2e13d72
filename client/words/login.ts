import { login as en } from "./en/login.ts";
import { login as zh } from "./zh/login.ts";

export const loginWords = { zh, en };
