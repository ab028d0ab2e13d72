import { lazy, Suspense, useState } from "react";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";

const PasswordDialog = lazy(() =>
  import("./PasswordDialog.tsx").then((m) => ({ default: m.PasswordDialog })),
);

/** Stays until the password made at first start has been replaced. */
export function PasswordNotice() {
  const w = useWords(shellWords);
  const [changing, setChanging] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-3 bg-latebg px-4 py-1 text-[.88rem] text-late">
      {w.password.must}
      <button
        type="button"
        className="min-h-7 font-semibold underline underline-offset-4"
        onClick={() => setChanging(true)}
      >
        {w.menu.changePassword}
      </button>
      {changing && (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </div>
  );
}
