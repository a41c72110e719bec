import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { PNG } from "pngjs";
import { mustRun } from "../lab/room/run-program.ts";
import { startDesktop, type Desktop } from "./stage/desktop.ts";
import { leftmostIcon, pictureShown } from "./stage/panel-picture.ts";
import { PANEL_HEIGHT } from "./stage/settings-files.ts";
import { processesIn } from "./stage/started-here.ts";
import { trayPictures } from "./stage/tray-pictures.ts";

/** A notification with a default action, as an application sends it. */
function notify(desktop: Desktop, summary: string, body: string): Promise<string> {
  const daemon = ["org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications"];
  const content = ["Test", "0", "", summary, body, "2", "default", "View", "1", "urgency", "y", "2", "-1"];
  return mustRun(["busctl", "--user", "call", ...daemon, "Notify", "susssasa{sv}i", "--", ...content], {
    env: desktop.env,
  });
}

/** A panel with one picture on it, seven pixels from the left. */
function panelShowing(picture: PNG, ground: number): PNG {
  const panel = new PNG({ width: 200, height: PANEL_HEIGHT });
  for (let at = 0; at < panel.data.length; at++) panel.data[at] = at % 4 === 3 ? 255 : ground;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const from = (y * picture.width + x) * 4;
      const to = ((y + 5) * panel.width + x + 7) * 4;
      const opacity = (picture.data[from + 3] ?? 0) / 255;
      for (let channel = 0; channel < 3; channel++) {
        panel.data[to + channel] = Math.round((picture.data[from + channel] ?? 0) * opacity + ground * (1 - opacity));
      }
    }
  }
  return panel;
}

test("a desktop has an empty tray, takes screenshots, follows notifications, and leaves nothing behind", async () => {
  const desktop = await startDesktop();
  try {
    expect(await desktop.trayItems()).toEqual([]);
    expect(await desktop.trayPicture()).toBeUndefined();

    const path = join(desktop.folder, "screen.png");
    await desktop.screenshot(path);
    const { width, height } = PNG.sync.read(await readFile(path));
    expect([width, height]).toEqual([1280, 800]);

    await notify(desktop, "网络已切换", "“first” line\nsecond line");
    await expect.poll(() => desktop.notifications()).toHaveLength(1);
    const clicked = await desktop.clickNotification();
    expect(clicked).toMatchObject({
      application: "Test",
      summary: "网络已切换",
      body: "“first” line\nsecond line",
      urgency: "critical",
      actions: { default: "View" },
      open: true,
    });
    await expect.poll(() => desktop.notifications()[0]?.open).toBe(false);
  } finally {
    await desktop.stop();
  }
  expect(await processesIn(desktop.folder)).toEqual([]);
  expect(existsSync(desktop.folder)).toBe(false);
});

test("a desktop that cannot be complete says which program is missing and leaves nothing behind", async () => {
  const programs = test.info().outputPath("programs");
  await mkdir(programs, { recursive: true });
  for (const name of ["Xvfb", "busctl", "dbus-daemon", "openbox", "setpriv", "xdotool", "xfce4-panel"]) {
    await symlink(join("/usr/bin", name), join(programs, name));
  }
  const path = process.env["PATH"];
  process.env["PATH"] = programs;
  try {
    await expect(startDesktop()).rejects.toThrow(/^dunst ended by itself .*No such file/);
  } finally {
    process.env["PATH"] = path;
  }
  expect((await readdir(tmpdir())).filter((name) => name.startsWith(`hf${process.pid}-`))).toEqual([]);
});

test("every tray picture is recognised on the panel and taken for no other", async () => {
  const pictures = await trayPictures();
  expect(pictures).toHaveLength(22);
  for (const { name, png } of pictures) {
    const ground = name.endsWith("-on-light") ? 246 : 40;
    const panel = panelShowing(png, ground);
    const icon = leftmostIcon(panel);
    expect(icon && pictureShown(panel, icon, pictures), name).toBe(name);
  }
});
