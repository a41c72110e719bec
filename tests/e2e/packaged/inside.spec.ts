import { expect } from "@playwright/test";
import { expectIsolated, expectNoPermissions, expectNothingLeaves, expectPolicy } from "../app/page-security.ts";
import { confinementOf } from "../story/confinement.ts";
import { OTHER_UID } from "../story/another-user.ts";
import { test } from "./packaged-test.ts";

test("what is packed keeps its page as locked up as the checklist wants it", async ({ opened }) => {
  const { app, page } = opened;
  expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true);
  await expectIsolated(opened);
  await expectPolicy(opened);
  await expectNothingLeaves(opened);
  await expectNoPermissions(opened);

  await test.step("the system holds its page back, too", async () => {
    expect(confinementOf(await app.evaluate(() => process.pid))).toEqual({
      user: OTHER_UID,
      systemCalls: "filtered",
      network: "own",
      users: "own",
    });
  });

  await test.step("it films and hears nothing, and knows no device", async () => {
    const refused = await page.evaluate(async () => {
      const nameOf = (error: unknown) => (error instanceof Error ? error.name : "no error");
      const ask = (what: Promise<unknown>) => what.then(() => "granted", nameOf);
      const { bluetooth, usb } = navigator as unknown as Record<
        string,
        { requestDevice(of: object): Promise<unknown> }
      >;
      return {
        screen: await ask(navigator.mediaDevices.getDisplayMedia({ video: true })),
        camera: await ask(navigator.mediaDevices.getUserMedia({ video: true })),
        bluetooth: await ask(bluetooth?.requestDevice({ acceptAllDevices: true }) ?? Promise.reject(new Error())),
        usb: await ask(usb?.requestDevice({ filters: [] }) ?? Promise.reject(new Error())),
        notification: await Notification.requestPermission(),
      };
    });
    expect(Object.values(refused)).not.toContain("granted");
    expect(refused.notification).toBe("denied");
  });

  await test.step("it saves no file", async () => {
    const saved = app.evaluate(
      ({ session }) =>
        new Promise<string>((done) => {
          session.defaultSession.once("will-download", (event) => done(event.defaultPrevented ? "refused" : "saved"));
        }),
    );
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["text"]));
      link.download = "text.txt";
      link.click();
    });
    expect(await saved).toBe("refused");
  });

  await test.step("nobody opens the developer tools", async () => {
    const isOpen = await app.evaluate(({ BrowserWindow }) => {
      const shown = BrowserWindow.getAllWindows()[0]?.webContents;
      shown?.openDevTools({ mode: "detach" });
      shown?.toggleDevTools();
      return shown?.isDevToolsOpened();
    });
    expect(isOpen).toBe(false);
  });

  await test.step("a page that is not the app's gets no answer through the same door", async () => {
    const answer = await app.evaluate(async ({ BrowserWindow, app: electron }) => {
      const preload = `${electron.getAppPath()}/out/preload/preload.cjs`;
      const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await foreign.loadURL("about:blank");
      const said: unknown = await foreign.webContents.executeJavaScript("window.holdfast.hide(null)");
      foreign.destroy();
      return said;
    });
    expect(answer).toMatchObject({ ok: false, error: { code: "foreign-sender" } });
  });

  await test.step("it sends no report of a crash, and no link of another program starts it", async () => {
    const state = await app.evaluate(({ app: electron, crashReporter }) => ({
      uploads: crashReporter.getUploadToServer(),
      links: ["app", "holdfast", "https"].filter((scheme) => electron.isDefaultProtocolClient(scheme)),
    }));
    expect(state).toEqual({ uploads: false, links: [] });
  });
});
