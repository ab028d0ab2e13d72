export const ROOT: string;
export function stop(sentence: string): never;
export function tooOldNode(version: string): string | null;
export function checkNode(): void;
export function installPackages(): void;
export function runOrStop(what: string, command: string, args: readonly string[]): void;
export function bin(name: string): string;
