/** Text of an X-13ARIMA-SEATS specification as far as cases use it: spec{argument=value …}, values single or in brackets. */
export type X13Spec = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function parseX13(text: string): X13Spec {
  const out: Record<string, Record<string, readonly string[]>> = {};
  for (const [, name, body] of text.matchAll(/([a-z0-9]+)\s*\{([^}]*)\}/gi)) {
    const found: Record<string, readonly string[]> = {};
    for (const [, argument, value] of body!.matchAll(
      /([a-z0-9]+)\s*=\s*(\((?:[^()]|\([^()]*\))*\)(?:\s*\([^()]*\))*\d*|[^\s(]+)/gi,
    ))
      found[argument!.toLowerCase()] = value!.startsWith("(")
        ? [value!.trim(), ...words(value!)]
        : [value!, value!];
    out[name!.toLowerCase()] = found;
  }
  return out;
}

/** The words of an argument, brackets taken off. */
export const wordsOf = (spec: X13Spec, name: string, argument: string): readonly string[] =>
  spec[name]?.[argument]?.slice(1) ?? [];

/** An argument as it stands. */
export const textOf = (spec: X13Spec, name: string, argument: string): string | undefined =>
  spec[name]?.[argument]?.[0];

const words = (value: string): string[] =>
  value
    .replace(/[()]/g, " ")
    .split(/[\s,]+/)
    .filter(Boolean);
