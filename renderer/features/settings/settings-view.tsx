import { useEffect, useRef } from "react";
import type { ViewProps } from "../../app/navigation.ts";
import { useText } from "../../app/services.ts";
import { ViewWaiting } from "../../components/view-waiting.tsx";
import { ReportSection } from "../report/report-section.tsx";
import { UpdatesSection } from "../updates/updates-section.tsx";
import { AboutSection } from "./about-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { HelperSection } from "./helper-section.tsx";
import { NoticesSection } from "./notices-section.tsx";
import { RunningSection } from "./running-section.tsx";

/** Everything that can be chosen, and what this Holdfast is. */
export function SettingsView({ view, topic }: Pick<ViewProps, "view" | "topic">) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const nth = topic?.nth ?? 0;
  // Who comes here by the keyboard goes on from here.
  useEffect(() => {
    if (nth > 0) heading.current?.focus({ preventScroll: true });
  }, [nth]);
  if (view === null) return <ViewWaiting />;
  return (
    <div className="py-3">
      <h1 ref={heading} tabIndex={-1} className="mx-4 mb-3 rounded-small text-title outline-none">
        {text("app:settings.title")}
      </h1>
      <RunningSection view={view} />
      <NoticesSection settings={view.settings} />
      <AppearanceSection settings={view.settings} />
      <HelperSection setup={view.helperSetup} />
      <UpdatesSection updates={view.updates} settings={view.settings} />
      <ReportSection />
      <AboutSection about={view.about} os={view.os} />
    </div>
  );
}
