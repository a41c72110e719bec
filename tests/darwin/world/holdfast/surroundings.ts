import { existsSync } from "node:fs";
import type { SystemFiles } from "../../../../electron/helper/host.ts";
import { Refusal } from "../../../../electron/helper/refusal.ts";
import type { Surroundings } from "../../../../electron/helper/system/surroundings.ts";
import { systemFiles } from "../../../../electron/helper/system/system-files.ts";
import { darwinPlatform } from "../../../../electron/observe/darwin.ts";
import { createObserver } from "../../../../electron/observe/observer.ts";
import { darwinQuickObserver } from "../../../../electron/observe/quick/darwin-quick.ts";
import { toolsUnder } from "../tool-folder.ts";

/** What the helper sees of the Mac whose programs and files are under `root`. `connected` names its interfaces with an IPv4 address. */
export function surroundingsOf(
  root: string,
  connected: () => readonly string[],
  nudge: (pid: number) => void,
): Surroundings {
  return {
    os: "darwin",
    observer: createObserver({ platform: darwinPlatform(toolsUnder(root), connected, root) }),
    quickObserver: () => darwinQuickObserver(toolsUnder(root), connected, root),
    files: filesUnder(root),
    findTool(usual) {
      if (!existsSync(root + usual)) throw new Refusal("tool_missing");
      return root + usual;
    },
    nudge,
  };
}

function filesUnder(root: string): SystemFiles {
  return {
    read: (path) => systemFiles.read(root + path),
    write: (path, image) => systemFiles.write(root + path, image),
    create: (path, image) => systemFiles.create(root + path, image),
    remove: (path) => systemFiles.remove(root + path),
  };
}
