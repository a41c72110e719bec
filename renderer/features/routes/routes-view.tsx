import type { ViewProps } from "../../app/navigation.ts";
import { ViewWaiting } from "../../components/view-waiting.tsx";
import { RouteBrowser } from "./route-browser.tsx";

/** Every route with what it is for, and whether it still works. */
export function RoutesView({ view, topic }: ViewProps) {
  if (view?.look == null) return <ViewWaiting />;
  return <RouteBrowser lookedAt={view.look.at} topic={topic} />;
}
