import { type InputHTMLAttributes, type ReactNode, useId } from "react";

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id"> {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what is needed; read out when it appears. */
  error?: string | null;
  /** Several lines of text. */
  multiline?: boolean;
}

/** A labelled input with its hint and its error tied to it. */
export function Field({ label, hint, error, multiline = false, className = "", ...rest }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter((x) => x !== "").join(" ");
  const shared = {
    id,
    className: "input",
    "aria-invalid": error ? true : undefined,
    "aria-describedby": described === "" ? undefined : described,
  };
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-[.87rem] font-semibold text-ink2">
        {label}
      </label>
      {multiline ? (
        <textarea
          {...shared}
          rows={3}
          name={rest.name}
          required={rest.required}
          maxLength={rest.maxLength}
          defaultValue={rest.defaultValue}
          placeholder={rest.placeholder}
        />
      ) : (
        <input {...rest} {...shared} />
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-[.8rem] text-ink3">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-[.84rem] font-semibold text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
