import type { ReactNode } from "react";
import { codeOf, messageOf } from "../api/errors.ts";
import { partsWords } from "../words/parts.ts";
import { useLang, useWords } from "../words/useWords.ts";
import { Button } from "./Button.tsx";
import { EmptyBase } from "./EmptyBase.tsx";

export interface ErrorStateProps {
  error: unknown;
  onRetry?: () => void;
  /** What still holds: the version still shown. */
  stillValid?: ReactNode;
  /** What still works elsewhere; not said while the server cannot be reached, for then nothing does. */
  elsewhere?: string;
  /** `h1` where it stands instead of a page. */
  heading?: "h1" | "p";
}

/**
 * What went wrong in a sentence, what still holds, and a way to try again where that can help: rights do not come by asking again.
 * The server's own words below.
 */
export function ErrorState({
  error,
  onRetry,
  stillValid,
  elsewhere,
  heading: Heading = "p",
}: ErrorStateProps) {
  const w = useWords(partsWords);
  const lang = useLang();
  if (codeOf(error) === "empty-base") return <EmptyBase heading={Heading} />;
  return (
    <div role="alert" className="flex flex-col items-start gap-2 rounded-lg bg-sunken p-4 text-[.92rem]">
      <Heading className="font-semibold">{w.errors[codeOf(error)]}</Heading>
      {elsewhere && codeOf(error) !== "unreachable" && <p className="text-ink2">{elsewhere}</p>}
      {stillValid && <p className="text-ink2">{stillValid}</p>}
      <details className="text-[.84rem] text-ink3">
        <summary className="min-h-6 cursor-pointer">{w.errorDetail}</summary>
        <p className="break-words">{messageOf(error, lang)}</p>
      </details>
      {onRetry && codeOf(error) !== "forbidden" && <Button onClick={onRetry}>{w.retry}</Button>}
    </div>
  );
}
