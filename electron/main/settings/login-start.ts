import { homedir } from "node:os";
import type { App } from "electron";
import { DESKTOP_TEXTS } from "../../../shared/locales/desktop-texts.ts";
import { createTranslator } from "../../../shared/locales/i18n.ts";
import { autostartPlaces, openAutostart } from "./login-start-autostart.ts";
import { loginCommand } from "./login-start-command.ts";
import type { LoginMachine } from "./login-start-command.ts";

/** Whether Holdfast starts when the user logs in. */
export interface LoginStart {
  /** As the system says it; `forbidden`, off, and only the system's own settings can turn it on; null where it cannot be set. */
  isOn(): boolean | "forbidden" | null;
  /** Throws what the system says when it does not let itself be set. */
  set(on: boolean): void;
}

/** What of the app is needed. */
export interface LoginStartParts {
  readonly app: Pick<App, "isPackaged" | "getAppPath" | "getLoginItemSettings" | "setLoginItemSettings">;
  /** Absolute path of the app's picture, named to the desktop if others can see it there. */
  readonly icon: string;
  /** Is told why it is not known whether Holdfast starts at login. */
  onUnreadable(reason: string): void;
}

/** What decides whether this app is started at login, on this machine. */
export function openLoginStart(parts: LoginStartParts, machine: LoginMachine = thisMachine()): LoginStart {
  if (machine.platform === "darwin") return loginItem(parts);
  const command = machine.platform === "linux" ? loginCommand(parts.app, machine) : null;
  if (command === null) return UNSETTABLE;
  // Only what is written has words: whether it is on is asked at each start.
  const wanted = () => ({ command, comments: { en: commentIn("en"), "zh-CN": commentIn("zh-CN") }, icon: parts.icon });
  return openAutostart(autostartPlaces(machine), wanted, parts.onUnreadable);
}

// A development run is Electron's own bundle, which would start at login without this app.
function loginItem({ app }: LoginStartParts): LoginStart {
  if (!app.isPackaged) return UNSETTABLE;
  return {
    isOn: () => {
      const { openAtLogin, status } = app.getLoginItemSettings();
      return status === "requires-approval" ? "forbidden" : openAtLogin;
    },
    set: (on) => app.setLoginItemSettings({ openAtLogin: on }),
  };
}

const UNSETTABLE: LoginStart = {
  isOn: () => null,
  set: () => {
    throw new Error("nothing here decides what starts at login");
  },
};

function commentIn(language: "en" | "zh-CN"): string {
  return createTranslator(language, DESKTOP_TEXTS)("app:login-entry.comment");
}

function thisMachine(): LoginMachine {
  return { platform: process.platform, environment: process.env, home: homedir(), program: process.execPath };
}
