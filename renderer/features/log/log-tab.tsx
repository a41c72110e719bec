import { lazy, Suspense } from "react";
import { ViewWaiting } from "../../components/view-waiting.tsx";

const LogView = lazy(async () => ({ default: (await import("./log-view.tsx")).LogView }));

/** The log explainer. Its words are many, so they are loaded when it is opened first. */
export function LogTab() {
  return (
    <Suspense fallback={<ViewWaiting />}>
      <LogView />
    </Suspense>
  );
}
