import type { ButtonHTMLAttributes, ReactNode } from "react";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: "normal" | "primary" | "quiet";
  /** Pressed state of a toggle; leave out for a plain button. */
  pressed?: boolean;
  /** Work under way: the button keeps its width and refuses a second press. */
  busy?: boolean;
}

const VARIANT = { normal: "btn", primary: "btn btn-primary", quiet: "btn btn-quiet" };

export function Button({ variant = "normal", pressed, busy = false, className = "", ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      disabled={rest.disabled === true || busy}
      aria-busy={busy}
      className={`${VARIANT[variant]} ${className}`}
    />
  );
}

export interface IconButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "aria-label" | "title"> {
  /** What it does: read out, and shown on hover. */
  label: string;
  children: ReactNode;
}

/** A square button that shows a picture only; its name is never missing. */
export function IconButton({ label, className = "", ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} aria-label={label} title={label} className={`icon-btn ${className}`} />
  );
}
