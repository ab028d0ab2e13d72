import type { ReactNode } from "react";

/** A cell of a table whose rows come and go: `<td>` wants a `<tr>`, so the role says it. */
export function Cell({
  className,
  title,
  children,
}: {
  className?: string;
  title?: string | undefined;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span role="cell" className={className} title={title}>
      {children}
    </span>
  );
}
