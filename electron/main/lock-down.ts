import type { App, Session } from "electron";
import { APP_ORIGIN } from "./app-page.ts";

/**
 * Puts every page into Chromium's sandbox. Where the person who started the app has switched the sandbox off, which root has
 * to (crbug.com/638180), asking for it again would end every process of Chromium. Must run before the app is ready.
 */
export function sandboxPages(app: App): void {
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
}

/**
 * Keeps Chromium from opening the user's keyring or wallet at the start, which may ask for a password: that happens on Linux
 * with the fuse for encrypted cookies (seen on the session bus with GNOME's and KDE's). There is no cookie to encrypt, since
 * no request leaves the app. Must run before the app is ready.
 */
export function leaveKeyringAlone(app: Pick<App, "commandLine">): void {
  if (process.platform === "linux") app.commandLine.appendSwitch("password-store", "basic");
}

/**
 * Forbids every page of the app to go anywhere, to open anything and to be granted anything. The popover shows one page
 * of our own; whatever asks for more is a mistake or an attack (helper-security §4).
 */
export function lockDownPages(app: App): void {
  app.on("web-contents-created", (_created, page) => {
    page.setWindowOpenHandler(() => ({ action: "deny" }));
    page.on("will-navigate", (event) => event.preventDefault());
    page.on("will-redirect", (event) => event.preventDefault());
    page.on("will-frame-navigate", (event) => event.preventDefault());
    page.on("will-attach-webview", (event) => event.preventDefault());
  });
}

/** Denies all permissions, devices and downloads, and cancels every request that is not for the app's own files. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on("will-download", (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, decide) =>
    decide({ cancel: !request.url.startsWith(`${APP_ORIGIN}/`) }),
  );
}
