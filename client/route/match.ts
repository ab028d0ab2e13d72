/** Names of the `$parts` of a path: `/indicator/$id` → `"id"`. */
export type ParamNames<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : P extends `${string}$${infer Name}`
    ? Name
    : never;
export type ParamsOf<P extends string> = { [K in ParamNames<P>]: string };

/** The parameters of a pathname under a pattern; null when it is another path. A trailing slash does not matter. */
export function matchPath(pattern: string, pathname: string): Record<string, string> | null {
  const wanted = parts(pattern);
  const found = parts(pathname);
  if (wanted.length !== found.length) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const text = found[i] ?? "";
    if (part.startsWith("$")) {
      const value = decoded(text);
      if (value === null) return null;
      params[part.slice(1)] = value;
    } else if (part !== text) return null;
  }
  return params;
}

/** The pathname of a pattern with its parameters. Throws when one is missing: a link without it leads nowhere. */
export function fillPath(pattern: string, params: Readonly<Record<string, string>> = {}): string {
  const filled = parts(pattern).map((part) => {
    if (!part.startsWith("$")) return part;
    const value = params[part.slice(1)];
    if (value === undefined) throw new RangeError(`${pattern} needs "${part.slice(1)}"`);
    return encodeURIComponent(value);
  });
  return `/${filled.join("/")}`;
}

function parts(path: string): string[] {
  return path.split("/").filter((p) => p !== "");
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // A broken escape is nobody's page.
    return null;
  }
}
