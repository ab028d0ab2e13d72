/**
 * What the tests need of the operating system: a Chromium-family browser and a Chinese font.
 * On Debian as root (or with passwordless sudo) they are installed; elsewhere one line says what to install.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser's path, or null. CHROME_PATH wins. */
export function findBrowser() {
  return [process.env.CHROME_PATH, ...BROWSERS].find((p) => p && existsSync(p)) ?? null;
}

function hasChineseFont() {
  const list = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return list.status === 0 ? list.stdout.trim() !== "" : process.platform === "darwin";
}

function aptInstall(packages) {
  if (!existsSync("/usr/bin/apt-get")) return false;
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, "apt-get", ...args];
    return spawnSync(command, rest, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  process.stdout.write(`Installing ${packages.join(", ")} (first time only) …\n`);
  if (apt("install", "-y", "-qq", ...packages).status === 0) return true;
  apt("update", "-qq");
  return apt("install", "-y", "-qq", ...packages).status === 0;
}

/** Makes sure both are there; throws one sentence that says what to install otherwise. */
export function prepareSystem() {
  const missing = [];
  if (!findBrowser()) missing.push("chromium");
  if (!hasChineseFont()) missing.push("fonts-noto-cjk", "fontconfig");
  if (missing.length > 0) aptInstall(missing);
  if (!findBrowser())
    throw new Error(
      "no Chromium-family browser: install chromium (Debian: apt-get install chromium) or set CHROME_PATH",
    );
  if (!hasChineseFont())
    throw new Error(
      "no Chinese font: install Noto Sans CJK SC (Debian: apt-get install fonts-noto-cjk fontconfig)",
    );
}
