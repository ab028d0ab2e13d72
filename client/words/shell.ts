import { area } from "./area.ts";
import { shell as zh } from "./zh/shell.ts";

export const shellWords = area("shell", zh);
