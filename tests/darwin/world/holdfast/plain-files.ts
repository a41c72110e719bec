import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { SystemFiles } from "../../../../electron/helper/host.ts";

/** The Mac's files for a helper without rights: read and written as they are, owned by whoever runs the tests. */
export function plainFiles(root: string): SystemFiles {
  const write: SystemFiles["write"] = (path, image) =>
    writeFileSync(root + path, Buffer.from(image.content, "base64"), { mode: image.mode });
  return {
    read(path) {
      const stats = statSync(root + path, { throwIfNoEntry: false });
      if (stats === undefined) return null;
      const { mode, uid, gid } = stats;
      return { content: readFileSync(root + path).toString("base64"), mode: mode & 0o7777, uid, gid };
    },
    write,
    create: write,
    remove: (path) => rmSync(root + path),
  };
}
