import type { ReactNode } from "react";

/** A sheet of related things on the popover's ground. */
export function Card({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="mx-3 mb-3 rounded-card border border-line bg-card px-4 py-3">
      {children}
    </section>
  );
}
