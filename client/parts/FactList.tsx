/** Names and texts side by side: a method's settings, a result's fingerprint. */
export function FactList({ facts }: { facts: readonly (readonly [name: string, text: string])[] }) {
  return (
    <dl className="num grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-[.87rem]">
      {facts.map(([name, text]) => (
        <div key={name} className="contents">
          <dt className="text-ink3">{name}</dt>
          <dd className="break-words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
