import { useText } from "../../app/services.ts";

/** How far one is; the dot of the present step is longer than the others. `index` counts from 0. */
export function StepDots({ count, index }: { count: number; index: number }) {
  const text = useText();
  return (
    <div
      role="img"
      aria-label={text("app:introduction.step", { number: index + 1, count })}
      className="mr-auto flex gap-1"
    >
      {Array.from({ length: count }, (_, dot) => (
        <span key={dot} className={`h-2 rounded-full ${dot === index ? "w-4 bg-accent" : "w-2 bg-faint"}`} />
      ))}
    </div>
  );
}
