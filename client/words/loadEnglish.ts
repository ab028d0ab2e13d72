let loading: Promise<void> | null = null;

/** Fetches the English words once. A failed fetch is tried anew at the next call. */
export function loadEnglish(): Promise<void> {
  loading ??= import("./english.ts").then(
    ({ fillEnglish }) => fillEnglish(),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}
