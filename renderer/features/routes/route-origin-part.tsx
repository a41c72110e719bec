import type { RouteOrigin } from "../../../shared/explain/route-explanation.ts";
import { useText } from "../../app/services.ts";
import { Facts } from "./facts.tsx";
import { Part } from "./part.tsx";

/** Who put a row there, how sure that is, and how it is known. */
export function RouteOriginPart({ origin: { by, certainty, args, evidence } }: { origin: RouteOrigin }) {
  const text = useText();
  const sentence = text(`routes:origin.${by}`, args);
  return (
    <Part title={text("app:routes.origin")}>
      <p>
        {by === "unknown"
          ? sentence
          : text("routes:label.judged", { sentence, certainty: text(`routes:label.certainty.${certainty}`) })}
      </p>
      <Facts facts={evidence} />
    </Part>
  );
}
