import { AppError } from "../models/errors.ts";

/**
 * One clear sentence for whatever keeps the process from starting: a busy port, an unwritable folder, a data
 * folder in use, a wrong setting. null for what we did not foresee: that is shown with its stack.
 */
export function launchSentence(
  error: unknown,
  config: { port: number; host: string; dataDir: string },
): string | null {
  if (error instanceof AppError) return error.message;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "EADDRINUSE") {
    return `Port ${config.port} is in use by another program; stop it or choose another with PORT=… 端口 ${config.port} 已被占用，请换用 PORT=…`;
  }
  if (code === "EACCES" && (error as NodeJS.ErrnoException).syscall === "listen") {
    return `This user may not open port ${config.port}; choose one above 1023 with PORT=…`;
  }
  if (code === "EADDRNOTAVAIL") return `HOST is "${config.host}", which is no address of this machine`;
  if (code === "EACCES" || code === "EROFS" || code === "EPERM" || code === "ENOENT") {
    return `The data folder ${config.dataDir} cannot be written; change its rights or choose another with GUANLAN_DATA=… 数据目录不可写`;
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return `The data folder ${config.dataDir} is a file, or lies below one; choose a folder with GUANLAN_DATA=… 数据目录是一个文件`;
  }
  if (code === "ENOSPC") return `The disk that holds ${config.dataDir} is full`;
  return null;
}
