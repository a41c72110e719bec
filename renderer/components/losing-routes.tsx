import type { LosingRoute } from "../../shared/preflight/preflight-report.ts";
import { routeKey } from "../../shared/snapshot/route.ts";
import { useText } from "../app/services.ts";
import { routeText } from "../text/route-text.ts";
import { Disclosure } from "./disclosure.tsx";
import { Mono } from "./mono.tsx";

/** A routing daemon's table can have thousands of rows that contain an address; the closest ones explain it. */
const MOST_SHOWN = 12;

/** The rows that contain the address as well, each with the reason why it does not get the packet. */
export function LosingRoutes({ losers }: { losers: readonly LosingRoute[] }) {
  const text = useText();
  if (losers.length === 0) return null;
  return (
    <Disclosure title={text("app:way.losers", { count: losers.length })}>
      <ul className="space-y-2 text-small text-soft select-text">
        {losers.slice(0, MOST_SHOWN).map(({ route, reason }) => (
          <li key={routeKey(route)}>
            <p>
              <Mono>{routeText(route)}</Mono>
            </p>
            <p className="mt-1">{text(`routes:loss.${reason.code}`, reason.args)}</p>
          </li>
        ))}
        {losers.length > MOST_SHOWN && <li>{text("app:repair.more", { count: losers.length - MOST_SHOWN })}</li>}
      </ul>
    </Disclosure>
  );
}
