import { lazy, Suspense } from "react";

const LogView = lazy(async () => ({ default: (await import("./log-view.tsx")).LogView }));

/** The log explainer. Its words are many, so they are loaded when it is opened first. */
export function LogTab() {
  return (
    <Suspense fallback={null}>
      <LogView />
    </Suspense>
  );
}
