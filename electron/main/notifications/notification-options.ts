import type { NotificationConstructorOptions } from "electron";
import type { Translate } from "../../../shared/locales/i18n.ts";
import { topicOf } from "./notice.ts";
import type { Notice } from "./notice.ts";
import { notificationText } from "./notification-text.ts";

/** What the system is told to show for a notice on this platform (`process.platform`). */
export function notificationOptions(
  notice: Notice,
  t: Translate,
  platform: NodeJS.Platform,
): NotificationConstructorOptions {
  const text = notificationText(notice, t);
  if (platform === "linux") return { ...text, urgency: URGENCY };
  const isRepairable = topicOf(notice) === "vpn-blocked";
  // Electron sends no buttons on Linux (dependencies §5.3); where macOS shows none either, a click does the same.
  if (platform !== "darwin" || !isRepairable) return text;
  return { ...text, actions: [{ type: "button", text: t("app:notification.show-repair") }] };
}

/**
 * Not even a VPN that cannot reconnect is `critical`: desktops keep such notifications on the screen until they are
 * dismissed and let them through "do not disturb", onto the slides of whoever is presenting. The tray icon goes on saying it.
 */
const URGENCY = "normal";
