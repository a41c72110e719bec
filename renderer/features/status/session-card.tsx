import type { ReactNode } from "react";
import type { Look } from "../../../shared/contract/view-state.ts";
import { useText } from "../../app/services.ts";
import { Card } from "../../components/card.tsx";
import { sessionFacts } from "./session-facts.ts";

/** Who holds the tunnel, where to, and the network below it. */
export function SessionCard({ look }: { look: Look }) {
  const text = useText();
  const facts = sessionFacts(look);
  if (facts.length === 0) return null;
  return (
    <Card label={text("app:session.title")}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(({ name, value }) => (
          <Fact key={`${name} ${value.code} ${JSON.stringify(value.args)}`} name={text(`app:session.${name}`)}>
            {text(`app:session.${value.code}`, value.args)}
          </Fact>
        ))}
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="select-text">{children}</dd>
    </>
  );
}
