import { useId } from "react";

export interface SegmentedProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; hint?: string }[];
  onChange(value: T): void;
  /** Show the label beside the choices; it is read out either way. */
  showLabel?: boolean;
}

/** One of a few, all in sight: radio buttons, so the arrow keys move and screen readers count. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
  showLabel = false,
}: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <legend className={showLabel ? "float-left mr-1 text-[.84rem] text-ink3" : "sr-only"}>{label}</legend>
      <div className="flex flex-wrap gap-0.5 rounded-lg bg-sunken p-0.5">
        {options.map((o) => (
          <label
            key={o.value}
            title={o.hint}
            className="relative grid min-h-[1.8rem] min-w-[1.8rem] cursor-pointer place-items-center rounded-md px-2 text-[.84rem] text-ink2 has-checked:bg-surface has-checked:font-semibold has-checked:text-accent has-checked:shadow-[0_0_0_1px_var(--line)] has-focus-visible:outline-3 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="absolute inset-0 cursor-pointer appearance-none opacity-0"
              checked={o.value === value}
              onChange={() => onChange(o.value)}
            />
            {o.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
