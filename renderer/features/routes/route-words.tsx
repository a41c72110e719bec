import { Fragment } from "react";
import type { RouteExplanation } from "../../../shared/explain/route-explanation.ts";
import { useText } from "../../app/services.ts";
import { Part } from "./part.tsx";

/** The flags of a row and what stands beside them, as the system prints it, each spelled out. */
export function RouteWords({ words }: { words: RouteExplanation["words"] }) {
  const text = useText();
  return (
    <Part title={text("app:routes.flags")}>
      <dl className="mt-1 grid grid-cols-[fit-content(45%)_minmax(0,1fr)] gap-x-3 text-small">
        {words.map(({ word, code }) => (
          <Fragment key={`${word} ${code}`}>
            <dt className="font-mono font-semibold [overflow-wrap:anywhere]">{word}</dt>
            <dd className="text-soft">
              {text("app:routes.flag", {
                name: text(`flags:${code}.name`, { word }),
                meaning: text(`flags:${code}.text`),
              })}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Part>
  );
}
