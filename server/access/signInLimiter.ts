const WINDOW_MS = 15 * 60_000;
/** Attempts in a window before a name, or an address, has to wait. */
export const PER_NAME = 10;
export const PER_ADDRESS = 30;
/** Names and addresses remembered; beyond it the longest silent are forgotten. */
const REMEMBERED = 20_000;

export interface SignInLimiter {
  /**
   * Counts an attempt before its password is checked, so that many at once are no way round.
   * Returns 0 when it may go on, else the seconds to wait; `first` is true for the refusal that starts a wait.
   */
  attempt(name: string, address: string, now: Date): { wait: number; first: boolean };
  /** A right password clears the name and takes back the address's attempt. */
  succeeded(name: string, address: string): void;
}

/** Sign-in attempts per name and per address in a sliding quarter of an hour. In memory: a restart forgives. */
export function createSignInLimiter(): SignInLimiter {
  const times = new Map<string, number[]>();
  const told = new Set<string>();

  function recent(key: string, now: number): number[] {
    const kept = (times.get(key) ?? []).filter((t) => t > now - WINDOW_MS);
    times.delete(key);
    if (kept.length > 0) times.set(key, kept);
    return kept;
  }

  /** Milliseconds until the oldest attempt that counts leaves the window. */
  function waitOf(key: string, limit: number, now: number): number {
    const found = recent(key, now);
    if (found.length < limit) {
      told.delete(key);
      return 0;
    }
    return found[found.length - limit]! + WINDOW_MS - now;
  }

  function count(key: string, now: number): void {
    times.set(key, [...recent(key, now), now]);
    for (const oldest of times.keys()) {
      if (times.size <= REMEMBERED) break;
      times.delete(oldest);
      told.delete(oldest);
    }
  }

  return {
    attempt(name, address, now) {
      const at = now.getTime();
      const keys = [keyOfName(name), keyOfAddress(address)] as const;
      const waits = [waitOf(keys[0], PER_NAME, at), waitOf(keys[1], PER_ADDRESS, at)] as const;
      const longest = Math.max(...waits);
      if (longest === 0) {
        for (const key of keys) count(key, at);
        return { wait: 0, first: false };
      }
      const blocking = keys[waits[0] >= waits[1] ? 0 : 1];
      const first = !told.has(blocking);
      told.add(blocking);
      return { wait: Math.ceil(longest / 1000), first };
    },
    succeeded(name, address) {
      times.delete(keyOfName(name));
      told.delete(keyOfName(name));
      times.get(keyOfAddress(address))?.pop();
    },
  };
}

const keyOfName = (name: string): string => `name ${name.toLowerCase().slice(0, 80)}`;
const keyOfAddress = (address: string): string => `address ${address}`;
