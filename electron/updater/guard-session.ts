import type { Session } from "electron";

/** What a feed needs to know to answer. Chromium and electron-updater would also say languages and an identity. */
const SENT_HEADERS: ReadonlySet<string> = new Set(["accept", "accept-encoding", "cache-control", "range"]);

/**
 * Lets a session ask `feed`'s own server and nobody else, also when that server points elsewhere, and tells it nothing about
 * this computer. electron-updater sends a number that is unlike any other's (x-user-staging-id), the languages of the
 * system and the version of Electron; nobody needs them to hand out a file.
 */
export function guardSession(session: Session, feed: URL): void {
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.webRequest.onBeforeRequest(({ url, method }, decide) =>
    decide({ cancel: method !== "GET" || new URL(url).origin !== feed.origin }),
  );
  session.webRequest.onBeforeSendHeaders(({ requestHeaders }, decide) =>
    decide({ requestHeaders: { ...needed(requestHeaders), "Accept-Language": "*", "User-Agent": "Holdfast" } }),
  );
}

function needed(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => SENT_HEADERS.has(name.toLowerCase())));
}
