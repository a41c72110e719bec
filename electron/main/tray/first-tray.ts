import { join } from "node:path";
import { app } from "electron";
import { DESKTOP_TEXTS } from "../../../shared/locales/desktop-texts.ts";
import type { Language } from "../../../shared/contract/settings.ts";
import { translatorsOf } from "../../../shared/locales/i18n.ts";
import type { Translate } from "../../../shared/locales/i18n.ts";
import type { Log } from "../log.ts";
import { languageNow } from "../settings/language-now.ts";
import { openSettings } from "../settings/settings-store.ts";
import type { SettingsStore } from "../settings/settings-store.ts";
import { createTrayIcon } from "./tray-icon.ts";
import type { TrayIcon } from "./tray-icon.ts";
import { trayAtStart } from "./tray-of-model.ts";

/** The icon, and what it took to show it; the rest of the app goes on with the same. */
export interface FirstTray {
  readonly tray: TrayIcon;
  readonly chosen: SettingsStore;
  readonly translator: (language: Language) => Translate;
}

/** Shows the icon before anything is known but what the user chose. The app is ready. */
export function showFirstTray(log: Log): FirstTray {
  const chosen = openSettings(join(app.getPath("userData"), "settings.json"), log.warn);
  const translator = translatorsOf(DESKTOP_TEXTS);
  const view = trayAtStart(chosen.current, translator(languageNow(chosen.current)));
  return { tray: createTrayIcon(join(app.getAppPath(), "build", "tray"), view), chosen, translator };
}
