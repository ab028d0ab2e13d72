import { expect, it } from "vitest";
import { AppError } from "../models/errors.ts";
import { launchSentence } from "./launchError.ts";

const config = { port: 4600, host: "127.0.0.1", dataDir: "/srv/data" };
const errno = (code: string, syscall = "open") => Object.assign(new Error(code), { code, syscall });

it.each([
  [errno("EADDRINUSE", "listen"), /Port 4600 is in use/],
  [errno("EACCES", "listen"), /above 1023/],
  [errno("EACCES", "mkdir"), /cannot be written/],
  [errno("EROFS"), /cannot be written/],
  [errno("ENOSPC"), /full/],
  [errno("ENOTDIR", "mkdir"), /is a file/],
  [new AppError("already-running", "the data folder is in use by process 42"), /process 42/],
])("%s is one clear sentence", (error, words) => expect(launchSentence(error, config)).toMatch(words));

it("leaves what was not foreseen to its stack", () =>
  expect(launchSentence(new TypeError("x"), config)).toBeNull());
