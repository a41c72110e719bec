import { TextSize } from "../../shared/contract/settings.ts";
import type { OperatingSystem } from "../../shared/snapshot/snapshot.ts";

/** What can be done from everywhere by a key with ⌘ (macOS) or Ctrl. */
export type ShortcutAct = "settings" | "look" | "search" | "larger" | "smaller" | "usual";

/** The shortcuts in the order in which they are listed, each with the key that is pressed with ⌘ or Ctrl. */
export const SHORTCUTS: readonly { readonly act: ShortcutAct; readonly key: string }[] = [
  { act: "look", key: "R" },
  { act: "search", key: "F" },
  { act: "settings", key: "," },
  { act: "larger", key: "+" },
  { act: "smaller", key: "-" },
  { act: "usual", key: "0" },
];

/** The keys as people of this system write them: `⌘R`, `Ctrl+R`. */
export function keysText(key: string, os: OperatingSystem): string {
  return os === "darwin" ? `⌘${key}` : `Ctrl+${key}`;
}

type Pressed = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey">;

/** What a pressed key asks for, null when it is no shortcut. "+" is often reached as "=" without the shift key. */
export function shortcutOf({ key, metaKey, ctrlKey, altKey }: Pressed, os: OperatingSystem): ShortcutAct | null {
  const isModified = os === "darwin" ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (!isModified || altKey) return null;
  const wanted = key === "=" ? "+" : key.toUpperCase();
  return SHORTCUTS.find((shortcut) => shortcut.key === wanted)?.act ?? null;
}

/** The text size after an act, the present one where there is no larger or smaller. */
export function sizeAfter(act: ShortcutAct, size: TextSize): TextSize {
  if (act === "usual") return 100;
  const step = act === "larger" ? 1 : act === "smaller" ? -1 : 0;
  return TextSize.options[TextSize.options.indexOf(size) + step] ?? size;
}
