import { ChevronRight } from "lucide-react";
import { Collapsible } from "radix-ui";
import type { ReactNode } from "react";

interface DisclosureProps {
  readonly title: string;
  readonly before?: ReactNode;
  readonly defaultOpen?: boolean;
  readonly children: ReactNode;
}

/** Words that open what is behind them; `before` stands in the same line. */
export function Disclosure({ title, before, children, ...props }: DisclosureProps) {
  return (
    <Collapsible.Root className="mt-2" {...props}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {before}
        <Collapsible.Trigger className="group -ml-1 flex items-center gap-1 rounded-small px-1 text-small font-medium text-accent hover:underline">
          <ChevronRight size={14} aria-hidden className="transition-transform group-data-[state=open]:rotate-90" />
          {title}
        </Collapsible.Trigger>
      </div>
      <Collapsible.Content className="mt-2">{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
