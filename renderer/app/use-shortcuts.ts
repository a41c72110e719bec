import { useEffect } from "react";
import type { ViewState } from "../../shared/contract/view-state.ts";
import type { OpenView } from "./navigation.ts";
import { useClient } from "./services.ts";
import { shortcutOf, sizeAfter } from "./shortcuts.ts";
import type { ShortcutAct } from "./shortcuts.ts";

/** Lets the shortcuts work wherever the keyboard is. Nothing before the first view state. */
export function useShortcuts(view: Pick<ViewState, "os" | "settings"> | null, openView: OpenView): void {
  const client = useClient();
  useEffect(() => {
    if (view === null) return;
    const { os, settings } = view;
    const act = (wanted: ShortcutAct) => {
      if (wanted === "settings") return openView("settings", "");
      if (wanted === "look") return void client.look(null);
      if (wanted === "search") return focusSearch();
      void client.changeSettings({ textSize: sizeAfter(wanted, settings.textSize) });
    };
    const pressed = (event: KeyboardEvent) => {
      const wanted = shortcutOf(event, os);
      if (wanted === null) return;
      event.preventDefault();
      act(wanted);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [client, view, openView]);
}

// The view that is open has one field at most to search in, or a log to paste.
function focusSearch(): void {
  const fields = [...document.querySelectorAll<HTMLElement>("[type=search], textarea")];
  fields.find((field) => field.checkVisibility())?.focus();
}
