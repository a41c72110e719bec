import type { Translate } from "./i18n.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How long a VPN was out of touch: "0.2 s", "14 s", "3 min", "2 h". */
export function silenceText(milliseconds: number, t: Translate): string {
  const seconds = milliseconds / 1_000;
  if (seconds < 9.95) return t("app:silence.seconds", { value: Math.max(0.1, Math.round(seconds * 10) / 10) });
  if (seconds < 2 * MINUTE) return t("app:silence.seconds", { value: Math.round(seconds) });
  if (seconds < 2 * HOUR) return t("app:silence.minutes", { value: Math.round(seconds / MINUTE) });
  return t("app:silence.hours", { value: Math.round(seconds / HOUR) });
}
