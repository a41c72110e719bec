import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import type { ReactNode } from "react";

/** A line that opens what is behind it. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Collapsible.Root className="mt-1.5">
      <Collapsible.Trigger className="group -ml-1 flex items-center gap-0.5 rounded px-1 text-[12.5px] font-medium text-accent hover:underline">
        <ChevronRight size={14} aria-hidden className="transition-transform group-data-[state=open]:rotate-90" />
        {title}
      </Collapsible.Trigger>
      <Collapsible.Content className="mt-1.5">{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
