import type { RouteExplanation } from "../../../shared/explain/route-explanation.ts";
import { useText } from "../../app/services.ts";
import { Facts } from "./facts.tsx";
import { Part } from "./part.tsx";

/** Whether a row can carry a packet, as far as its next hop and interface tell. */
export function RouteStatePart({ explanation: { state, evidence } }: { explanation: RouteExplanation }) {
  const text = useText();
  return (
    <Part title={text("app:routes.state.title")}>
      <p>{text(`app:routes.state.${state}`)}</p>
      <Facts facts={evidence} />
    </Part>
  );
}
