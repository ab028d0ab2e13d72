import { Languages, Moon, Search, Sun } from "lucide-react";
import { lazy, Suspense } from "react";
import { useMe } from "../../api/useMe.ts";
import { IconButton } from "../../parts/Button.tsx";
import { Link } from "../../route/Link.tsx";
import { shellWords } from "../../words/shell.ts";
import { useWords } from "../../words/useWords.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { AlertBell } from "./AlertBell.tsx";
import { AsOfPicker } from "./AsOfPicker.tsx";
import { AsOfStrip } from "./AsOfStrip.tsx";
import { Logo } from "./Logo.tsx";
import { navFor } from "./navigation.ts";
import { PasswordNotice } from "./PasswordNotice.tsx";
import { useAppearance } from "./useAppearance.ts";

const ActivityChip = lazy(() =>
  import("../runs/ActivityChip.tsx").then((m) => ({ default: m.ActivityChip })),
);

export function Header({ onSearch }: { onSearch(): void }) {
  const w = useWords(shellWords);
  const me = useMe();
  const { lang, theme, setLang, setTheme } = useAppearance();
  return (
    <header className="noprint border-b border-line bg-surface">
      <div className="page-width flex items-center gap-x-5 gap-y-2 py-2">
        <Link to="/" className="flex shrink-0 items-center gap-2.5">
          <Logo />
          <b className="text-[1.1rem]">{w.product}</b>
        </Link>
        <nav
          aria-label={w.mainNav}
          className="-m-1.5 hidden min-w-0 gap-0.5 overflow-x-auto p-1.5 text-[.93rem] lg:flex"
        >
          {navFor(me).map((item) => (
            <Link
              key={item.id}
              to={item.to}
              nav={item.to === "/" ? "exact" : "under"}
              className="shrink-0 rounded px-2.5 py-1 text-ink2 hover:bg-sunken aria-[current=page]:bg-accentbg aria-[current=page]:font-bold aria-[current=page]:text-accent"
            >
              {w.nav[item.id]}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex shrink-0 items-center gap-1.5">
          <button type="button" className="btn hidden xl:inline-flex" onClick={onSearch}>
            <Search size={15} />
            {w.search}
            <kbd className="rounded border border-line px-1 text-[.72rem] text-ink3">Ctrl K</kbd>
          </button>
          <IconButton label={w.searchLabel} className="xl:hidden" onClick={onSearch}>
            <Search size={17} />
          </IconButton>
          <Suspense fallback={null}>
            <ActivityChip />
          </Suspense>
          <AsOfPicker />
          <AlertBell />
          <IconButton
            label={w.language.toOther}
            lang={lang === "zh" ? "en" : "zh-CN"}
            className="hidden sm:grid"
            onClick={() => setLang(lang === "zh" ? "en" : "zh")}
          >
            <Languages size={17} />
          </IconButton>
          <IconButton
            label={theme === "dark" ? w.theme.toLight : w.theme.toDark}
            className="hidden sm:grid"
            onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
          >
            {theme === "dark" ? <Sun size={17} /> : <Moon size={17} />}
          </IconButton>
          <AccountMenu />
        </div>
      </div>
      <AsOfStrip />
      {me.mustChangePassword && <PasswordNotice />}
    </header>
  );
}
