import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { protocol } from "electron";
import type { Protocol } from "electron";
import { APP_ORIGIN, APP_SCHEME, CONTENT_SECURITY_POLICY } from "./app-page.ts";

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/** Makes `app:` a standard, secure scheme. Must run before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }]);
}

/**
 * Serves the built page from `folder` (absolute path). The files are listed once, now, and only those are ever
 * answered, so that no address can lead out of the folder.
 */
export function serveApp(to: Pick<Protocol, "handle">, folder: string): void {
  const files = servedFiles(folder);
  to.handle(APP_SCHEME, async (request) => {
    // What stands behind "#" is the page's own affair.
    const [address = ""] = request.url.split("#", 1);
    const file = request.method === "GET" ? files.get(address) : undefined;
    if (file === undefined) return new Response(null, { status: 404 });
    return new Response(await readFile(file), {
      headers: {
        "content-type": CONTENT_TYPES[extname(file)] ?? "application/octet-stream",
        "content-security-policy": CONTENT_SECURITY_POLICY,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      },
    });
  });
}

/** Address → absolute file, for every file below `folder` whose type is known. */
function servedFiles(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => extname(name) in CONTENT_TYPES,
  );
  return new Map(names.map((name) => [`${APP_ORIGIN}/${name.split(sep).join("/")}`, join(folder, name)]));
}
