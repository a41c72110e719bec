import type { ReactNode } from "react";

/** One statement with its sign. */
export function Point({ icon, ink, children }: { icon: ReactNode; ink: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span aria-hidden className={`mt-px shrink-0 ${ink}`}>
        {icon}
      </span>
      <span>{children}</span>
    </li>
  );
}
