/** A command to type or to read, in a line of its own; may be selected and copied. */
export function Command({ children }: { children: string }) {
  return (
    <code className="mt-1 block rounded-small bg-sunken px-2 py-1 font-mono text-code [overflow-wrap:anywhere] text-ink select-all">
      {children}
    </code>
  );
}
