import type { RouteRange } from "../../../shared/explain/route-explanation.ts";
import { routeKey } from "../../../shared/snapshot/route.ts";
import { useText } from "../../app/services.ts";
import { Mono } from "../../components/mono.tsx";
import { routeText } from "../../text/route-text.ts";
import { Part } from "./part.tsx";

/** Which addresses a row catches, and which of them more specific rows take away. */
export function RouteRangePart({ range }: { range: RouteRange }) {
  const text = useText();
  const { first, last, size, exceptions, exceptionCount } = range;
  const more = exceptionCount - exceptions.length;
  return (
    <Part title={text("app:routes.range.title")}>
      <p>
        {first === last
          ? text("routes:label.range-one", { first })
          : text("routes:label.range-text", { first, last, size: text(`routes:range.${size.code}`, size.args) })}
      </p>
      {exceptionCount > 0 && <p className="mt-1">{text("app:routes.range.exceptions", { count: exceptionCount })}</p>}
      <ul>
        {exceptions.map((route) => (
          <li key={routeKey(route)} className="mt-1">
            <Mono>{routeText(route)}</Mono>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-soft">{text("app:repair.more", { count: more })}</p>}
    </Part>
  );
}
