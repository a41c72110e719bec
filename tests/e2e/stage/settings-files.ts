/** Height of the panel in pixels, at the top of the screen. */
export const PANEL_HEIGHT = 32;

/** A panel along the top with nothing but the tray, at its left end, with icons 22 pixels wide. */
export const panelSettings = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array"><value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="${PANEL_HEIGHT}"/>
      <property name="icon-size" type="uint" value="22"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty"><property name="plugin-1" type="string" value="systray"/></property>
</channel>
`;

/** Notifications stay until they are clicked or closed, so that no test depends on how fast it is. */
export const notificationSettings = `[global]
    width = 320
    origin = top-right
    offset = 10x50
    font = Noto Sans 10
    mouse_left_click = do_action, close_current
    mouse_right_click = close_current
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
[urgency_critical]
    timeout = 0
`;

/**
 * A session bus that starts none of the services installed on the machine but those in one folder. It listens on a path,
 * because an abstract socket belongs to one network namespace and the application may run in another. Every user whom the
 * folders above the socket let through may connect, not only the one who started it.
 * @param socket path of the socket
 * @param services folder of service files
 */
export function busSettings(socket: string, services: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}
