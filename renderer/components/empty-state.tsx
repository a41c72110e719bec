import { History, SearchX } from "lucide-react";

/** What an empty view shows in the place of what will be there. */
const PICTURES = { clock: History, search: SearchX } as const;

/** Says why there is nothing here, and what will be here one day. */
export function EmptyState({ picture, children }: { picture: keyof typeof PICTURES; children: string }) {
  const Picture = PICTURES[picture];
  return (
    <div className="mx-8 mt-16 flex flex-col items-center gap-4 text-center text-soft">
      <Picture size={32} strokeWidth={1.5} aria-hidden className="text-faint" />
      <p>{children}</p>
    </div>
  );
}
