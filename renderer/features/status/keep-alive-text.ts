import type { KeepAliveStatus } from "../../../shared/contract/keep-alive-status.ts";
import type { Translate } from "../../../shared/locales/i18n.ts";
import { silenceText } from "../../../shared/locales/silence-text.ts";

/** What keep-alive is doing, in a line; null while it is off. `timeText` says a time of day, given as ISO 8601. */
export function keepAliveText(
  status: KeepAliveStatus,
  text: Translate,
  timeText: (at: string) => string,
): string | null {
  const say = (code: string, args?: Parameters<Translate>[1]) => text(`app:keep-alive.state.${code}`, args);
  switch (status.state) {
    case "off":
      return null;
    case "idle":
    case "refused":
    case "elsewhere":
      return say(status.state);
    case "starting":
      return say(status.again ? "starting-again" : "starting");
    case "watching":
      return say("watching", { interfaces: status.clients.map((client) => client.interface) });
    case "restoring":
      return status.waiting === null ? say("restoring") : text(`app:keep-alive.waiting.${status.waiting}`);
    case "back":
      return say("back", { silence: silenceText(status.silence, text), time: timeText(status.at) });
    case "gave-up":
      return say("gave-up", { count: status.tries });
    case "unavailable":
      return say("unavailable", { reason: text(`app:error.${status.error.code}`, status.error.args) });
  }
}
