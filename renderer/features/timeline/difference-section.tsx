import type { Difference } from "../../../shared/history/difference.ts";
import { useText } from "../../app/services.ts";

interface DifferenceSectionProps<Line> {
  readonly name: keyof Difference;
  readonly sides: { readonly before: readonly Line[]; readonly after: readonly Line[]; readonly more: number };
  readonly textOf: (line: Line) => string;
}

/** The lines of one kind that were there before only, and after only; nothing when none differs. */
export function DifferenceSection<Line>({ name, sides, textOf }: DifferenceSectionProps<Line>) {
  const text = useText();
  if (sides.before.length + sides.after.length === 0) return null;
  return (
    <section>
      <h3 className="font-semibold">{text(`changes:difference.${name}`)}</h3>
      <Lines side="before" lines={sides.before.map(textOf)} />
      <Lines side="after" lines={sides.after.map(textOf)} />
      {sides.more > 0 && <p className="text-soft">{text("changes:difference.more", { count: sides.more })}</p>}
    </section>
  );
}

const MARK = { before: "−", after: "+" } as const;

function Lines({ side, lines }: { side: "before" | "after"; lines: readonly string[] }) {
  const text = useText();
  if (lines.length === 0) return null;
  return (
    <ul aria-label={text(`changes:difference.${side}`)} className="mt-1">
      {lines.map((line) => (
        <li key={line} className="flex gap-2 font-mono text-code">
          <span aria-hidden className={side === "before" ? "text-bad" : "text-ok"}>
            {MARK[side]}
          </span>
          <span className={`min-w-0 break-words ${side === "before" ? "text-soft line-through" : ""}`}>{line}</span>
        </li>
      ))}
    </ul>
  );
}
