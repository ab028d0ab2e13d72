import { area } from "./area.ts";
import { login as zh } from "./zh/login.ts";

export const loginWords = area("login", zh);
