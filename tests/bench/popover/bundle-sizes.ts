import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** How large what the page loads is, packed as for a download: bytes after `gzip -9`. */
export interface BundleSizes {
  /** What is loaded before the first view is shown. */
  readonly first: number;
  /** With what only other views load. */
  readonly total: number;
}

/** The sizes of the page in a folder, as `npm run build` makes it: index.html, and all else in assets/. */
export function bundleSizes(folder: string): BundleSizes {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const assets = join(folder, "assets");
  const files = readdirSync(assets).map((name) => ({
    isFirst: page.includes(`assets/${name}"`),
    size: gzipSync(readFileSync(join(assets, name)), { level: 9 }).length,
  }));
  const sum = (some: typeof files) => some.reduce((total, { size }) => total + size, 0);
  return { first: sum(files.filter(({ isFirst }) => isFirst)), total: sum(files) };
}
