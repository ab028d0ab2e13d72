import { useMutation } from "@tanstack/react-query";
import { messageOf } from "../../api/errors.ts";
import { queryClient } from "../../api/queryClient.ts";
import { trpc } from "../../api/trpc.ts";
import { useMe } from "../../api/useMe.ts";
import { Button } from "../../parts/Button.tsx";
import { toast } from "../../parts/Toast.tsx";
import { navigate } from "../../route/useRoute.ts";
import { shellWords } from "../../words/shell.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { DisplaySettings } from "./DisplaySettings.tsx";

export interface AccountPanelProps {
  onChangePassword(): void;
}

export function AccountPanel({ onChangePassword }: AccountPanelProps) {
  const w = useWords(shellWords);
  const lang = useLang();
  const me = useMe();
  const signOut = useMutation(
    trpc.auth.signOut.mutationOptions({
      onSuccess: async (gone) => {
        navigate({ to: "/login", search: {} });
        queryClient.clear();
        queryClient.setQueryData(trpc.auth.me.queryKey(), gone);
      },
      onError: (error) => toast(messageOf(error, lang), "failed"),
    }),
  );
  return (
    <div className="flex flex-col gap-3 text-[.9rem]">
      <p>
        <b>{me.user?.displayName}</b>
        <span className="ml-2 text-ink3">
          {me.user?.name} · {me.user && w.roles[me.user.role]}
        </span>
      </p>
      <DisplaySettings />
      <div className="flex flex-wrap gap-2 border-t border-line pt-3">
        <Button onClick={onChangePassword}>{w.menu.changePassword}</Button>
        <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
          {w.menu.signOut}
        </Button>
      </div>
    </div>
  );
}
