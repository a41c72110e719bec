import { Activity, lazy, Suspense } from "react";
import { ViewWaiting } from "../components/view-waiting.tsx";
import { SettingsView } from "../features/settings/settings-view.tsx";
import type { ViewStore } from "../store/view-store.ts";
import { AppFrame } from "./app-frame.tsx";
import { OpenViewProvider } from "./navigation.ts";
import { TABS } from "./tabs.ts";
import { useOpened } from "./use-opened.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import { ViewPanel } from "./view-panel.tsx";

// Seen once, so it is loaded when it is.
const Introduction = lazy(async () => ({
  default: (await import("../features/introduction/introduction.tsx")).Introduction,
}));

/** The popover: at the first start what Holdfast does, afterwards the views. */
export function App({ useView }: { useView: ViewStore }) {
  const view = useView((pushed) => pushed.view);
  if (view?.settings.introduced !== false) return <Views useView={useView} />;
  return (
    <Suspense fallback={<ViewWaiting />}>
      <Introduction view={view} />
    </Suspense>
  );
}

function Views({ useView }: { useView: ViewStore }) {
  const view = useView((pushed) => pushed.view);
  const reveal = useView((pushed) => pushed.reveal);
  const asked = useView((pushed) => pushed.open);
  const { open, topics, setOpen, openView } = useOpened(reveal, asked);
  useShortcuts(view, openView);
  return (
    <OpenViewProvider value={openView}>
      <AppFrame open={open} onOpen={setOpen} look={view?.look ?? null}>
        {TABS.map(({ id, Content }) => (
          <ViewPanel key={id} id={id} isOpen={id === open}>
            <Content view={view} reveal={reveal} topic={topics[id] ?? null} />
          </ViewPanel>
        ))}
        <Activity mode={open === "settings" ? "visible" : "hidden"}>
          <div className="absolute inset-0 overflow-x-hidden overflow-y-auto">
            <SettingsView view={view} topic={topics.settings ?? null} />
          </div>
        </Activity>
      </AppFrame>
    </OpenViewProvider>
  );
}
