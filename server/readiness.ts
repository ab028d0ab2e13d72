/** Whether the process can serve, and if not, why: what /api/health and the start page say. */
export interface Readiness {
  readonly ready: boolean;
  /** A sentence in both languages while not ready. */
  readonly reason: { zh: string; en: string };
  /** 0 to 1, where the work's size is known. */
  readonly progress: number | null;
  set(reason: { zh: string; en: string }, progress?: number | null): void;
  done(): void;
}

export function createReadiness(): Readiness {
  const state = { ready: false, reason: { zh: "正在启动", en: "Starting" }, progress: null as number | null };
  return {
    get ready() {
      return state.ready;
    },
    get reason() {
      return state.reason;
    },
    get progress() {
      return state.progress;
    },
    set(reason, progress = null) {
      Object.assign(state, { ready: false, reason, progress });
    },
    done() {
      Object.assign(state, { ready: true, progress: 1 });
    },
  };
}
