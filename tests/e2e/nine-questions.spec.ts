import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { projectFolder } from "../../scripts/paths.mjs";
import { Language } from "../../shared/contract/settings.ts";
import { clientLogText } from "../support/client-logs.ts";
import { desktopTranslator } from "../support/desktop-translator.ts";
import { judged, recordedSnapshot } from "../support/judged.ts";
import { toldTimeline } from "../support/told-timeline.ts";
import { startDesktop } from "./stage/desktop.ts";
import type { Desktop } from "./stage/desktop.ts";
import { pictured, viewStateFor } from "./states/view-states.ts";
import { startPinnedStandIn } from "./gallery/pinned-stand-in.ts";
import type { StandInApp } from "./stand-in/start-stand-in.ts";

/*
 * The nine questions of the report in docs/design/01-product.md, asked on the Mac of that report, each answered by its
 * place in the popover, in both languages; one picture of each answer for people to look at.
 */
const PICTURES = join(projectFolder, "test-results", "answers");
const STALE_PIN = "05-third-state-stale-pin";

let desktop: Desktop;
let standIn: StandInApp;
let sequence = 0;

test.beforeAll(async () => {
  desktop = await startDesktop();
  standIn = await startPinnedStandIn(desktop.env, join(desktop.folder, "stand-in"));
  await mkdir(PICTURES, { recursive: true });
  await standIn.look(judged(recordedSnapshot(STALE_PIN)));
  await standIn.tell(toldTimeline());
});

test.afterAll(async () => {
  await standIn?.stop();
  await desktop?.stop();
});

for (const language of Language.options) {
  const say = <Text>(texts: { readonly en: Text; readonly "zh-CN": Text }): Text => texts[language];
  const t = desktopTranslator(language);

  /** Opens a view of the popover as it is after the start, in a state. */
  const open = async (view: string, state = "stale-pin-left-over") => {
    await standIn.page.reload();
    await standIn.show(viewStateFor(pictured(state), language, ++sequence));
    await expect(standIn.page.locator("html")).toHaveAttribute("lang", language);
    await standIn.page.getByRole("tab", { name: t(`app:view.${view}`) }).click();
    return standIn.page.getByRole("tabpanel");
  };
  const photograph = (name: string) => standIn.page.screenshot({ path: join(PICTURES, `${name}-${language}.png`) });
  const explainLog = async (log: string) => {
    const panel = await open("log");
    await panel.getByRole("textbox").fill(clientLogText(log));
    await panel.getByRole("button", { name: t("app:log.explain") }).click();
    return panel;
  };

  test.describe(`in ${language}`, () => {
    test("1. What is this error? What does each line mean?", async () => {
      const panel = await explainLog(`macos-wifi-switch.${language}`);
      await expect(panel.getByRole("heading", { level: 1 })).toHaveText(
        say({
          en: "A stale route keeps the client from its server",
          "zh-CN": "一条失效的路由让客户端连不上服务器",
        }),
      );
      await photograph("1-error");
    });

    test("2. What is a routing socket? What is utun?", async () => {
      const panel = await open("glossary");
      for (const [term, meaning] of [
        [say({ en: "routing socket", "zh-CN": "路由套接字" }), /route/],
        ["utun", say({ en: /belongs to the program/, "zh-CN": /属于创建它的程序/ })],
      ] as const) {
        await panel.getByRole("searchbox").fill(term);
        await expect(panel.getByRole("term").first()).toContainText(term);
        await expect(panel.getByRole("definition").first()).toContainText(meaning);
      }
      await photograph("2-utun");
    });

    test("3. Explain this routing table", async () => {
      const panel = await open("routes");
      const pin = panel.getByRole("listitem").filter({ hasText: "222.66.117.109" });
      await pin.getByRole("button").click();
      await expect(pin).toContainText(t("findings:gateway-pin-stale.title"));
      await expect(pin.getByRole("heading")).toContainText(
        say({
          en: ["Who put it there?", "Which addresses does it catch?", "Flags"],
          "zh-CN": ["是谁加的？", "它接收哪些地址？", "标志"],
        }),
      );
      await photograph("3-routes");
    });

    test("4. What changed when I switched Wi-Fi?", async () => {
      const panel = await open("timeline");
      const entry = panel.getByRole("listitem").filter({ hasText: "172.20.10.1" }).last();
      await entry.getByRole("button").click();
      await expect(panel).toContainText("10.51.0.1");
      await entry.scrollIntoViewIfNeeded();
      await photograph("4-changes");
    });

    test("5. Do those clean-up lines delete routes?", async () => {
      const panel = await explainLog("macos-packet-filter-anchor");
      await expect(panel.getByRole("heading", { level: 1 })).toHaveText(
        say({ en: "This is the packet filter; no route is touched", "zh-CN": "这是包过滤器；不会改动任何路由" }),
      );
      await photograph("5-clean-up-lines");
    });

    test("6. Why are stale routes left, so that I cannot connect next time?", async () => {
      const panel = await open("status");
      await expect(panel.getByRole("listitem").filter({ hasText: "222.66.117.109 → 10.51.0.1 (en0)" })).toBeVisible();
      await photograph("6-why");
    });

    test("7. Is an old VPN process left? Which of these utun interfaces are leftovers?", async () => {
      const panel = await open("interfaces");
      await expect(panel.getByText(t("app:interfaces.none"))).toBeVisible();
      const ofSystem = panel.getByRole("region", { name: t("app:interfaces.group.system") });
      await expect(ofSystem).toContainText("utun0");
      await ofSystem.scrollIntoViewIfNeeded();
      await photograph("7-leftovers");
    });

    test("8. How do I set the gateway of en0?", async () => {
      const panel = await open("status", "default-route-lost");
      const button = panel.getByRole("button", {
        name: say({ en: "Restore the default route", "zh-CN": "恢复默认路由" }),
      });
      await expect(button).toBeEnabled();
      await photograph("8-default-route");
    });

    test("9. Clean it up for me", async () => {
      const panel = await open("status");
      await panel.getByRole("button", { name: say({ en: "Delete 1 route", "zh-CN": "删除 1 条路由" }) }).click();
      await expect.poll(() => standIn.calls("repair")).not.toEqual([]);
      await standIn.show(viewStateFor(pictured("repaired"), language, ++sequence));
      await expect(panel.getByRole("heading", { name: t("app:outcome.verified") })).toBeVisible();
      await photograph("9-cleaned");
    });
  });
}
