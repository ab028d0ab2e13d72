import type { Services } from "../services.ts";
import { createSignInLimiter, type SignInLimiter } from "./signInLimiter.ts";

const limiters = new WeakMap<Services, SignInLimiter>();

/** The sign-in limiter of a running server: one for as long as its services live. */
export function limiterOf(services: Services): SignInLimiter {
  const held = limiters.get(services) ?? createSignInLimiter();
  limiters.set(services, held);
  return held;
}
