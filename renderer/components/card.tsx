import type { ReactNode } from "react";

/** A sheet of related things on the popover's ground. */
export function Card({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="mx-3 mb-2.5 rounded-xl border border-line bg-card px-3.5 py-3">
      {children}
    </section>
  );
}
