import { useState } from "react";
import type { ViewStore } from "../store/view-store.ts";
import { AppFrame } from "./app-frame.tsx";
import { OpenViewProvider } from "./navigation.ts";
import type { Topic, ViewId } from "./navigation.ts";
import { ViewPanel } from "./view-panel.tsx";
import { VIEWS } from "./views.ts";

/** The popover. */
export function App({ useView }: { useView: ViewStore }) {
  const view = useView((pushed) => pushed.view);
  const reveal = useView((pushed) => pushed.reveal);
  const [open, setOpen] = useState<ViewId>("status");
  const [topics, setTopics] = useState<Partial<Record<ViewId, Topic>>>({});
  const [followed, setFollowed] = useState(reveal);
  // Whoever is led to a finding is led to the view that shows it.
  if (followed !== reveal) {
    setFollowed(reveal);
    setOpen("status");
  }
  const openView = (id: ViewId, text: string) => {
    setTopics({ ...topics, [id]: { text, nth: (topics[id]?.nth ?? 0) + 1 } });
    setOpen(id);
  };
  return (
    <OpenViewProvider value={openView}>
      <AppFrame open={open} onOpen={setOpen} look={view?.look ?? null}>
        {VIEWS.map(({ id, Content }) => (
          <ViewPanel key={id} id={id} isOpen={id === open}>
            <Content view={view} reveal={reveal} topic={topics[id] ?? null} />
          </ViewPanel>
        ))}
      </AppFrame>
    </OpenViewProvider>
  );
}
