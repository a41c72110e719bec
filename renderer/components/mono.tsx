import type { ReactNode } from "react";

/** Addresses, routes and commands; may be selected and copied. */
export function Mono({ children }: { children: ReactNode }) {
  return (
    <code className="rounded bg-sunken px-1.5 py-0.5 font-mono text-[11.5px] break-words select-text">{children}</code>
  );
}
