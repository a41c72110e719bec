import type { ReactNode } from "react";

/** Addresses, routes and commands; may be selected and copied. */
export function Mono({ children }: { children: ReactNode }) {
  return (
    <code className="rounded-small bg-sunken px-2 py-0 font-mono text-code break-words select-text">{children}</code>
  );
}
