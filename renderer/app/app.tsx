import { StatusView } from "../features/status/status-view.tsx";
import { StatusSkeleton } from "../features/status/status-skeleton.tsx";
import type { ViewStore } from "../store/view-store.ts";
import { AppFrame } from "./app-frame.tsx";

/** The popover. */
export function App({ useView }: { useView: ViewStore }) {
  const view = useView((pushed) => pushed.view);
  const reveal = useView((pushed) => pushed.reveal);
  return (
    <AppFrame lookedAt={view?.look?.at ?? null}>
      {view?.look == null ? <StatusSkeleton /> : <StatusView view={view} look={view.look} reveal={reveal} />}
    </AppFrame>
  );
}
