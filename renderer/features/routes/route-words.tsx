import { Fragment } from "react";
import type { RouteExplanation } from "../../../shared/explain/route-explanation.ts";
import type { Route } from "../../../shared/snapshot/route.ts";
import { useText } from "../../app/services.ts";
import { Part } from "./part.tsx";

interface RouteWordsProps {
  readonly words: RouteExplanation["words"];
  readonly route: Pick<Route, "source" | "metric">;
}

/** The flags of a row as the system prints them, each spelled out, and the numbers that stand beside them. */
export function RouteWords({ words, route: { source, metric } }: RouteWordsProps) {
  const text = useText();
  const numbers = [
    ...(source === null ? [] : [text("app:routes.source", { source })]),
    ...(metric === null ? [] : [text("app:routes.metric", { metric })]),
  ];
  return (
    <Part title={text("app:routes.flags")}>
      <dl className="mt-0.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 text-[12px]">
        {words.map(({ word, code }) => (
          <Fragment key={`${word} ${code}`}>
            <dt className="font-mono font-semibold">{word}</dt>
            <dd className="text-soft">
              {text("app:routes.flag", {
                name: text(`flags:${code}.name`, { word }),
                meaning: text(`flags:${code}.text`),
              })}
            </dd>
          </Fragment>
        ))}
      </dl>
      {numbers.map((number) => (
        <p key={number} className="mt-0.5 text-[12px] text-soft">
          {number}
        </p>
      ))}
    </Part>
  );
}
