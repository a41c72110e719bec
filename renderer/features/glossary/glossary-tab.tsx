import { lazy, Suspense } from "react";
import { ViewWaiting } from "../../components/view-waiting.tsx";
import type { ViewProps } from "../../app/navigation.ts";

const GlossaryView = lazy(async () => ({ default: (await import("./glossary-view.tsx")).GlossaryView }));

/** The glossary; its words are loaded when it is opened first. */
export function GlossaryTab({ topic }: ViewProps) {
  return (
    <Suspense fallback={<ViewWaiting />}>
      <GlossaryView key={topic?.nth ?? 0} wanted={topic?.text ?? ""} />
    </Suspense>
  );
}
