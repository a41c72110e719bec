import type { Notification } from "./notifications.ts";
import type { Environment } from "./environment.ts";
import { centreOf, clickAt, windowOf } from "./hands.ts";
import type { BusObject, SessionBus } from "./session-bus.ts";
import { eventually } from "./eventually.ts";

export type NotificationArea = {
  /** Every notification since the desktop started, oldest first; one that was replaced is listed as what replaced it. */
  notifications(): Notification[];
  /**
   * Waits until exactly one notification is on the screen and clicks it.
   * @returns what was clicked
   */
  clickNotification(): Promise<Notification>;
  /** Takes all notifications from the screen, as if the user had dismissed them. */
  closeNotifications(): Promise<void>;
};

const DAEMON: BusObject = ["org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.dunstproject.cmd0"];

/** @param notifications what `followNotifications` returned */
export function notificationArea(
  notifications: () => Notification[],
  bus: SessionBus,
  env: Environment,
): NotificationArea {
  const open = () => notifications().filter((notification) => notification.open);
  return {
    notifications,
    clickNotification: async () => {
      const only = await eventually("exactly one notification is open", async () =>
        open().length === 1 ? open()[0] : undefined,
      );
      const place = await eventually("it is on the screen", () => windowOf("Dunst", env));
      await clickAt(centreOf(place), "left", env);
      return only;
    },
    closeNotifications: async () => {
      await bus.call(DAEMON, "NotificationCloseAll");
      await eventually("no notification is open", async () => open().length === 0);
    },
  };
}
