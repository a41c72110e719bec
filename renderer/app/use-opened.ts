import { useCallback, useEffect, useState } from "react";
import type { Pushed } from "../store/view-store.ts";
import type { OpenView, Topic, ViewId } from "./navigation.ts";
import { firstView, useStanding } from "./standing.ts";

/** Which view is open, what each is about, and the ways to another one. */
export interface Opened {
  readonly open: ViewId;
  readonly topics: Partial<Record<ViewId, Topic>>;
  readonly setOpen: (view: ViewId) => void;
  readonly openView: OpenView;
}

/** Begins with the view that main wants; goes where main leads to (a finding, a view that the tray's menu named). */
export function useOpened(reveal: Pushed["reveal"], asked: Pushed["open"]): Opened {
  const [open, setOpen] = useState<ViewId>(firstView);
  const standing = useStanding();
  useEffect(() => standing.open(open), [standing, open]);
  const [topics, setTopics] = useState<Opened["topics"]>({});
  const [followed, setFollowed] = useState({ reveal, asked });
  const openView = useCallback<OpenView>((id, text) => {
    setTopics((before) => ({ ...before, [id]: { text, nth: (before[id]?.nth ?? 0) + 1 } }));
    setOpen(id);
  }, []);
  if (followed.reveal !== reveal) {
    setFollowed({ ...followed, reveal });
    // Whoever is led to a finding is led to the view that shows it.
    setOpen("status");
  } else if (followed.asked !== asked) {
    setFollowed({ ...followed, asked });
    if (asked !== null) openView(asked.view, "");
  }
  return { open, topics, setOpen, openView };
}
