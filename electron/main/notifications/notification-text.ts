import type { Translate } from "../../../shared/locales/i18n.ts";
import { repairText } from "../../../shared/locales/repair-text.ts";
import { silenceText } from "../../../shared/locales/silence-text.ts";
import type { CodedText } from "../../../shared/snapshot/coded-text.ts";
import type { Notice } from "./notice.ts";

/** The words of a notice. */
export function notificationText(notice: Notice, t: Translate): { title: string; body: string } {
  const args = argumentsOf(notice, t);
  const key = `app:notification.${notice.kind}`;
  return { title: t(`${key}.title`, args), body: t(`${key}.text`, args) };
}

function argumentsOf(notice: Notice, t: Translate): CodedText["args"] {
  switch (notice.kind) {
    case "network-changed":
    case "network-changed-kept":
    case "kept-alive-refused":
      return {};
    case "kept-alive-back":
      return { silence: silenceText(notice.silence, t) };
    case "kept-alive-gave-up":
      return { count: notice.tries };
    case "vpn-blocked-alive":
    case "vpn-blocked-residue":
      return { finding: t(`findings:${notice.finding}.title`), repair: repairText(notice.repair, t) };
  }
}
