import { Notification } from "electron";
import type { Translate } from "../../../shared/locales/i18n.ts";
import type { Notice } from "./notice.ts";
import { notificationText } from "./notification-text.ts";

/** Shows notices as the system's notifications; a new one takes the place of the last. */
export interface Notifier {
  show(notice: Notice, t: Translate): void;
}

/** `onClick` is called with the notice that was clicked. */
export function createNotifier(onClick: (notice: Notice) => void): Notifier {
  let last: Notification | null = null;
  return {
    show(notice, t) {
      last?.close();
      const notification = new Notification(notificationText(notice, t));
      notification.on("click", () => onClick(notice));
      notification.show();
      // Kept, because a notification that is garbage-collected loses its click.
      last = notification;
    },
  };
}
