import type { TabId } from "../app/navigation.ts";
import { useText } from "../app/services.ts";

/** The name of a view for those who hear it; for the others its tab says it. */
export function ViewHeading({ view }: { view: TabId }) {
  const text = useText();
  return <h1 className="sr-only">{text(`app:view.${view}`)}</h1>;
}
