import type { Translate } from "../../../shared/locales/i18n.ts";
import { repairText } from "../../../shared/locales/repair-text.ts";
import type { Notice } from "./decide-notification.ts";

/** The words of a notice. */
export function notificationText(notice: Notice, t: Translate): { title: string; body: string } {
  const args =
    notice.kind === "network-changed"
      ? {}
      : { finding: t(`findings:${notice.finding}.title`), repair: repairText(notice.repair, t) };
  const key = `app:notification.${notice.kind}`;
  return { title: t(`${key}.title`, args), body: t(`${key}.text`, args) };
}
