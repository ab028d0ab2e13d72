import { CircleUserRound } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Popover } from "../../parts/Popover.tsx";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";

const AccountPanel = lazy(() => import("./AccountPanel.tsx").then((m) => ({ default: m.AccountPanel })));
const PasswordDialog = lazy(() =>
  import("./PasswordDialog.tsx").then((m) => ({ default: m.PasswordDialog })),
);

/** Who is signed in, how the product looks to them, and the way out. */
export function AccountMenu() {
  const w = useWords(shellWords);
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Popover label={w.account} button={<CircleUserRound size={18} />} width="19rem">
        {(close) => (
          <Suspense>
            <AccountPanel
              onChangePassword={() => {
                close();
                setChanging(true);
              }}
            />
          </Suspense>
        )}
      </Popover>
      {changing && (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}
