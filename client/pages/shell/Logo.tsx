/** Two waves: 观澜, to watch the great waves. */
export function Logo() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="6" fill="var(--ink)" />
      <path
        d="M4 10.5c3-4 6-4 9 0s6 4 9 0M4 17c3-4 6-4 9 0s6 4 9 0"
        stroke="var(--bg)"
        strokeWidth="2.2"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  );
}
