import { linuxUnits, SYSTEM_USER, userDropIns } from "./linux-units.ts";
import { HELPER_ID, LINUX_PLACES } from "./places.ts";

/** A text file of the installation, owned by root, mode 0644. */
export interface SetupFile {
  /** Absolute path where it is installed. */
  readonly path: string;
  readonly content: string;
}

/** The units, in this folder of systemd's: an administrator's, or that of packages. */
export function unitFiles(folder: string = LINUX_PLACES.units): readonly SetupFile[] {
  return [...linuxUnits()].map(([name, content]) => ({ path: `${folder}/${name}`, content }));
}

/** What makes the units serve one user, wherever they come from. */
export function userFiles(uid: number): readonly SetupFile[] {
  return [...userDropIns(uid)].map(([unit, content]) => ({
    path: `${LINUX_PLACES.units}/${unit}.d/holdfast-user.conf`,
    content,
  }));
}

/** The system user, for systemd-sysusers(8): without a home, without a shell, without a password. */
export const SYSTEM_USER_FILE: SetupFile = {
  path: LINUX_PLACES.systemUser,
  content: `u ${SYSTEM_USER} - "Holdfast's helper for routes"\n`,
};

/**
 * What polkit asks before it starts the helper for machines without systemd: an administrator's password, every time (R16). It
 * fits the helper's own program and nothing else, so that no other program can be started under these words.
 */
export const POLICY_FILE: SetupFile = {
  path: LINUX_PLACES.policy,
  content: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE policyconfig PUBLIC "-//freedesktop//DTD PolicyKit Policy Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/PolicyKit/1/policyconfig.dtd">
<policyconfig>
  <vendor>Holdfast</vendor>
  <action id="${HELPER_ID}.repair">
    <description>Repair the routes that a VPN left behind</description>
    <description xml:lang="zh_CN">修复 VPN 遗留的路由</description>
    <message>Holdfast needs your password to repair the network</message>
    <message xml:lang="zh_CN">Holdfast 需要您的密码来修复网络</message>
    <defaults>
      <allow_any>no</allow_any>
      <allow_inactive>no</allow_inactive>
      <allow_active>auth_admin</allow_active>
    </defaults>
    <annotate key="org.freedesktop.policykit.exec.path">${LINUX_PLACES.bundle}</annotate>
  </action>
</policyconfig>
`,
};
