import { existsSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { openSystemdRoom } from "./systemd-room.ts";

it("a machine with a systemd of its own boots, starts units, and leaves nothing behind", async () => {
  // What a run left that was killed in the middle is not this room's.
  const before = folders();
  const room = await openSystemdRoom();
  try {
    expect(await room.run(["/usr/bin/cat", "/proc/1/comm"])).toBe("systemd\n");
    await room.run(["/usr/bin/systemctl", "start", "systemd-tmpfiles-clean.service"]);
    await room.run(["/usr/bin/touch", "/etc/made-in-the-room"]);
    expect((await room.runAs(1000, ["/usr/bin/id", "-u"])).stdout).toBe("1000\n");
  } finally {
    await room.close();
  }
  expect(existsSync("/etc/made-in-the-room")).toBe(false);
  expect(folders()).toEqual(before);
});

function folders(): string[] {
  return readdirSync("/tmp").filter((name) => name.startsWith("holdfast-systemd-"));
}
