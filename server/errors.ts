import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { AppError, type ErrorCode } from "../models/errors.ts";
import type { Words } from "../models/indicators/indicator.ts";

type TrpcCode = TRPCError["code"];

interface Meaning {
  trpc: TrpcCode;
  /** What the reader is told when the error brings no words of its own. */
  words: Words;
  /** The message is for operators (it may speak of engines and files): readers get the words instead. */
  internal?: true;
}

/** The one table from our codes to the protocol's, and to what a reader is told. */
export const MEANINGS: Readonly<Record<ErrorCode, Meaning>> = {
  "not-found": {
    trpc: "NOT_FOUND",
    words: { zh: "没有找到所要的内容", en: "What was asked for does not exist" },
  },
  "empty-base": {
    trpc: "NOT_FOUND",
    words: { zh: "库里还没有数据", en: "The base holds no figures yet" },
  },
  "invalid-input": { trpc: "BAD_REQUEST", words: { zh: "输入有误", en: "The input cannot be used" } },
  "not-enough-data": {
    trpc: "UNPROCESSABLE_CONTENT",
    words: { zh: "数据不足，无法计算", en: "There are not enough figures to compute this" },
  },
  "source-unavailable": {
    trpc: "BAD_GATEWAY",
    words: { zh: "数据来源暂时无法访问", en: "The source cannot be reached at the moment" },
  },
  "source-changed": {
    trpc: "BAD_GATEWAY",
    words: {
      zh: "数据来源的格式已变化，尚不能读取",
      en: "The source has changed its form and cannot be read yet",
    },
  },
  "store-unavailable": {
    trpc: "SERVICE_UNAVAILABLE",
    words: {
      zh: "数据库暂时不可用，请稍后重试",
      en: "The base is not available at the moment; try again shortly",
    },
    internal: true,
  },
  "already-running": {
    trpc: "CONFLICT",
    words: { zh: "已有进程在运行", en: "Another process is running already" },
    internal: true,
  },
  "time-out": {
    trpc: "GATEWAY_TIMEOUT",
    words: { zh: "查询超时，请缩小范围后重试", en: "The query took too long; ask for less" },
    internal: true,
  },
  "limit-exceeded": {
    trpc: "UNPROCESSABLE_CONTENT",
    words: { zh: "查询超出限额，请缩小范围后重试", en: "The query exceeds its limits; ask for less" },
    internal: true,
  },
  cancelled: { trpc: "CLIENT_CLOSED_REQUEST", words: { zh: "已取消", en: "Cancelled" } },
  "not-signed-in": { trpc: "UNAUTHORIZED", words: { zh: "请先登录", en: "Sign in first" } },
  forbidden: { trpc: "FORBIDDEN", words: { zh: "您没有此项权限", en: "Your role does not allow this" } },
  "too-many-requests": {
    trpc: "TOO_MANY_REQUESTS",
    words: { zh: "操作过于频繁，请稍后再试", en: "Too many attempts; try again later" },
  },
  conflict: {
    trpc: "CONFLICT",
    words: { zh: "与现状冲突，请刷新后重试", en: "This conflicts with what is there; reload and try again" },
  },
};

const UNEXPECTED: Words = {
  zh: "服务器遇到意外错误，详情已记入日志",
  en: "The server met an error it did not expect; the details are in its log",
};

/** The HTTP status of a code, for routes beside tRPC. */
export function httpStatusOf(code: ErrorCode): number {
  return getHTTPStatusCodeFromError(new TRPCError({ code: MEANINGS[code].trpc }));
}

/** An AppError as the protocol carries it; anything else as it was. */
export function protocolError(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  return new TRPCError({ code: MEANINGS[error.code].trpc, message: error.message, cause: error });
}

export interface SpokenAnswer {
  appCode: ErrorCode | null;
  message: string;
  words: Words;
}

/** What leaves the server about an error: never a stack, a query, a file or a value that only operators may see. */
export function spokenAnswer(error: unknown): SpokenAnswer {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof AppError) {
    const meaning = MEANINGS[cause.code];
    return {
      appCode: cause.code,
      message: meaning.internal ? meaning.words.en : cause.message,
      words: cause.words ?? meaning.words,
    };
  }
  if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") {
    const appCode = codeOfProtocol(error.code);
    const words = appCode ? MEANINGS[appCode].words : UNEXPECTED;
    return { appCode, message: inputProblems(cause) ?? words.en, words };
  }
  return { appCode: null, message: UNEXPECTED.en, words: UNEXPECTED };
}

/** What the protocol itself refuses (an unknown procedure, input that is not JSON), in our codes. */
function codeOfProtocol(code: TrpcCode): ErrorCode | null {
  const known: Partial<Record<TrpcCode, ErrorCode>> = {
    NOT_FOUND: "not-found",
    BAD_REQUEST: "invalid-input",
    PARSE_ERROR: "invalid-input",
    METHOD_NOT_SUPPORTED: "invalid-input",
    UNSUPPORTED_MEDIA_TYPE: "invalid-input",
    PAYLOAD_TOO_LARGE: "limit-exceeded",
    UNAUTHORIZED: "not-signed-in",
    FORBIDDEN: "forbidden",
    CLIENT_CLOSED_REQUEST: "cancelled",
  };
  return known[code] ?? null;
}

/** Where an input failed its schema: field and what was needed; values are not repeated. */
function inputProblems(cause: unknown): string | null {
  const issues = (cause as { issues?: unknown } | undefined)?.issues;
  if (!Array.isArray(issues)) return null;
  return issues
    .map(
      (issue: { path: PropertyKey[]; message: string }) =>
        `${issue.path.map(String).join(".") || "input"}: ${issue.message}`,
    )
    .join("; ");
}
