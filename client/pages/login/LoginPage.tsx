import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { codeOf, messageOf } from "../../api/errors.ts";
import { queryClient } from "../../api/queryClient.ts";
import { trpc } from "../../api/trpc.ts";
import { Button } from "../../parts/Button.tsx";
import { Field } from "../../parts/Field.tsx";
import { goTo } from "../../route/location.ts";
import { pageOf } from "../../route/useRoute.ts";
import { loginWords } from "../../words/login.ts";
import { partsWords } from "../../words/parts.ts";
import { shellWords } from "../../words/shell.ts";
import { useLang, useWords } from "../../words/useWords.ts";
import { Logo } from "../shell/Logo.tsx";
import { useAppearance } from "../shell/useAppearance.ts";

const route = pageOf("/login");

export function LoginPage() {
  const w = useWords(loginWords);
  const s = useWords(shellWords);
  const p = useWords(partsWords);
  const lang = useLang();
  const { setLang } = useAppearance();
  const { next } = route.useSearch();
  const [shown, setShown] = useState(false);
  const signIn = useMutation(
    trpc.auth.signIn.mutationOptions({
      onSuccess: (me) => {
        queryClient.clear();
        queryClient.setQueryData(trpc.auth.me.queryKey(), me);
        goTo(next ?? "/", true);
      },
    }),
  );
  const submit = (e: FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const form = new FormData(e.currentTarget);
    signIn.mutate({ name: String(form.get("name") ?? ""), password: String(form.get("password") ?? "") });
  };
  return (
    <div className="flex min-h-screen flex-col">
      <main className="m-auto w-full max-w-[25rem] px-4 py-10">
        <div className="mb-5 flex items-center gap-3">
          <Logo />
          <div>
            <h1 className="text-[1.35rem] leading-tight font-bold">{w.title}</h1>
            <p className="text-[.88rem] text-ink3">{w.lead}</p>
          </div>
        </div>
        <form onSubmit={submit} className="card flex flex-col gap-4 p-5">
          <Field
            label={w.name}
            name="name"
            autoComplete="username"
            autoCapitalize="none"
            required
            autoFocus
          />
          <div>
            <Field
              label={w.password}
              name="password"
              type={shown ? "text" : "password"}
              autoComplete="current-password"
              required
            />
            <label className="mt-2 flex min-h-6 items-center gap-2 text-[.88rem] text-ink2">
              <input
                type="checkbox"
                className="size-4"
                checked={shown}
                onChange={(e) => setShown(e.target.checked)}
              />
              {w.show}
            </label>
          </div>
          {signIn.isError && (
            <p role="alert" className="rounded-lg bg-sunken px-3 py-2 text-[.9rem]">
              <b className="text-danger">{w.failed}</b>
              <span className="block">
                {codeOf(signIn.error) === "unreachable"
                  ? p.errors.unreachable
                  : messageOf(signIn.error, lang)}
              </span>
            </p>
          )}
          <Button type="submit" variant="primary" busy={signIn.isPending} className="!min-h-10">
            {signIn.isPending ? w.signingIn : w.signIn}
          </Button>
        </form>
        <details className="mt-4 text-[.88rem] text-ink2">
          <summary className="min-h-6 cursor-pointer font-semibold">{w.firstTime}</summary>
          <p className="mt-1 leading-relaxed">{w.firstHint}</p>
        </details>
        <p className="mt-5 text-[.88rem]">
          <button
            type="button"
            className="link min-h-7"
            lang={lang === "zh" ? "en" : "zh-CN"}
            onClick={() => setLang(lang === "zh" ? "en" : "zh")}
          >
            {s.language.toOther}
          </button>
        </p>
      </main>
    </div>
  );
}
