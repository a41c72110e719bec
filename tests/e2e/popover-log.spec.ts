import { expect, test } from "@playwright/test";
import { Language } from "../../shared/contract/settings.ts";
import { clientLogText } from "../support/client-logs.ts";
import { popoverTranslator } from "../support/popover-translator.ts";
import { expectReadable } from "./app/popover-checks.ts";
import { PICTURED_STATES, viewStateFor } from "./states/view-states.ts";
import { openStandIn } from "./stand-in/open-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

let standIn: StandInApp;
let sequence = 0;

openStandIn((opened) => {
  standIn = opened;
});

async function speak(language: Language): Promise<void> {
  const [state] = PICTURED_STATES;
  if (state === undefined) throw new Error("there are states to show");
  await standIn.show(viewStateFor(state.model(), language, ++sequence));
  await expect(standIn.page.locator("html")).toHaveAttribute("lang", language);
}

for (const language of Language.options) {
  const t = popoverTranslator(language);

  test(`the log view in ${language}: a pasted log is answered by its verdict, and line by line`, async () => {
    const { page } = standIn;
    await page.reload();
    await speak(language);
    await page.getByRole("tab", { name: t("app:view.log") }).click();
    await expect(page.getByRole("button", { name: t("app:log.explain") })).toHaveCount(0);
    await page.getByRole("textbox").fill(clientLogText(`macos-wifi-switch.${language}`));
    await page.getByRole("button", { name: t("app:log.explain") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      language === "en" ? "A stale route keeps the client from its server" : "一条失效的路由让客户端连不上服务器",
    );
    await page.mouse.move(190, 300);
    await page.mouse.wheel(0, 100_000);
    await expect(page.getByRole("tabpanel").getByText("Can't assign requested address").last()).toBeInViewport();
    await page.getByRole("button", { name: t("app:log.another") }).click();
    await expect(page.getByRole("textbox")).toHaveCount(1);
  });

  test(`the log view in ${language}: a file is opened, while the popover stays`, async () => {
    const { page } = standIn;
    await page.reload();
    await speak(language);
    await page.getByRole("tab", { name: t("app:view.log") }).click();
    const opened = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: t("app:log.open-file") }).click();
    const chooser = await opened;
    await chooser.setFiles({
      name: "vpn.log",
      mimeType: "text/plain",
      buffer: Buffer.from(clientLogText("openvpn-stale-pin")),
    });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("messages:verdict.stale-pin.headline"));
    expect((await standIn.calls("stay")).slice(-2)).toEqual([{ open: true }, { open: false }]);
  });

  test(`the glossary in ${language} is searched in either language`, async () => {
    const { page } = standIn;
    await page.reload();
    await speak(language);
    await page.getByRole("tab", { name: t("app:view.glossary") }).click();
    const search = page.getByRole("searchbox");
    for (const word of ["utun", "路由套接字"]) {
      await search.fill(word);
      await expect(page.getByRole("term").first()).toHaveText(
        t(`glossary:term.${word === "utun" ? "utun" : "routing-socket"}.name`),
      );
    }
    await search.fill("qqqq");
    await expect(page.getByText(t("app:glossary.none"))).toBeVisible();
  });
}

test("a client's own log and what was copied are one click away, and what stands in the way is said", async () => {
  const { page } = standIn;
  await page.reload();
  await speak("en");
  await standIn.offer({
    clientLogs: { ok: true, value: { logs: [{ id: "1", client: "openconnect", pid: 41, path: "/tmp/vpn.log" }] } },
    clientLog: { ok: false, error: { code: "log-unreadable", args: { path: "/tmp/vpn.log" } } },
    copiedText: { ok: true, value: { text: " \n" } },
  });
  await page.getByRole("tab", { name: "Log" }).click();
  await page.getByRole("button", { name: "Explain the log of openconnect" }).click();
  await expect(page.getByRole("alert")).toContainText("/tmp/vpn.log");
  await page.getByRole("button", { name: "Paste what I copied" }).click();
  await expect(page.getByRole("alert")).toContainText("Nothing is copied");
  await expectReadable(page);
  await standIn.offer({ copiedText: { ok: true, value: { text: clientLogText("macos-wifi-switch.en") } } });
  await page.getByRole("button", { name: "Paste what I copied" }).click();
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
});
