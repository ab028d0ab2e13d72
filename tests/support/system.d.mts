export function findBrowser(): string | null;
export function prepareSystem(): void;
