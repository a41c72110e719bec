import type { ViewState } from "../../shared/contract/view-state.ts";
import type { Translate } from "../../shared/locales/i18n.ts";
import { inOneLine } from "./sentences.ts";

/** What turning keep-alive on means, and that it asks for a password where it does. */
export function keepAliveMeaning(
  { helper, settings }: Pick<ViewState, "helper" | "settings">,
  text: Translate,
): string {
  const meaning = text("app:keep-alive.meaning");
  const asksPassword = helper.state === "asks-password" && !settings.keepAlive;
  return inOneLine(asksPassword ? [meaning, text("app:repair.asks-password")] : [meaning], text);
}
