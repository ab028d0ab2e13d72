import { useId } from "react";

export interface SelectProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange(value: T): void;
  showLabel?: boolean;
  className?: string;
}

/** The browser's own select: its keyboard, its screen-reader words and its phone wheel come with it. */
export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
  showLabel = false,
  className = "",
}: SelectProps<T>) {
  const id = useId();
  return (
    <span className={`inline-flex max-w-full min-w-0 items-center gap-1.5 ${className}`}>
      <label htmlFor={id} className={showLabel ? "shrink-0 text-[.84rem] text-ink3" : "sr-only"}>
        {label}
      </label>
      <select
        id={id}
        className="input w-auto max-w-full min-w-0 py-0 pr-1"
        value={value}
        onChange={(e) => {
          const chosen = options.find((o) => o.value === e.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </span>
  );
}
