export { ROOT } from "./prepare.mjs";
export function sourceHash(): string;
export function build(): string;
