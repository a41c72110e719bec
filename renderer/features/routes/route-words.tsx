import { Fragment } from "react";
import type { RouteDetails } from "../../../shared/contract/route-table.ts";
import { useText } from "../../app/services.ts";

/** The flags of a row as the system prints them, each spelled out. */
export function RouteWords({ words }: { words: RouteDetails["words"] }) {
  const text = useText();
  if (words.length === 0) return null;
  return (
    <section>
      <h3 className="text-[12px] font-semibold">{text("app:routes.flags")}</h3>
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
    </section>
  );
}
