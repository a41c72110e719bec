import { Notification } from "electron";
import type { Translate } from "../../../shared/locales/i18n.ts";
import type { Notice } from "./notice.ts";
import { notificationOptions } from "./notification-options.ts";

/** Shows notices as the system's notifications; a new one takes the place of the last. */
export interface Notifier {
  show(notice: Notice, t: Translate): void;
  /** Takes the last one from the screen, if it is still there. */
  withdraw(): void;
}

/** `onChosen` is called with the notice that was clicked, or whose button was. */
export function createNotifier(onChosen: (notice: Notice) => void): Notifier {
  let last: Notification | null = null;
  const withdraw = () => {
    last?.close();
    last = null;
  };
  return {
    show(notice, t) {
      withdraw();
      const notification = new Notification(notificationOptions(notice, t, process.platform));
      const choose = () => {
        // The system takes away what was clicked; Electron must not be told to close it in the midst of saying so.
        if (last === notification) last = null;
        onChosen(notice);
      };
      notification.on("click", choose);
      notification.on("action", choose);
      notification.show();
      // Kept, because a notification that is garbage-collected loses its click.
      last = notification;
    },
    withdraw,
  };
}
