import type { ReactNode } from "react";

/** The name of a part of a page. */
export function SectionHeading({ children }: { children: ReactNode }) {
  return <h2 className="mb-2 text-heading">{children}</h2>;
}
