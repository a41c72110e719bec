import type { ReactNode } from "react";

/** One question about a row, and its answer. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="text-small font-semibold">{title}</h2>
      {children}
    </section>
  );
}
