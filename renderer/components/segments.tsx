import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";

/** One of a few choices. */
export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly segments: readonly Segment<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** A few choices side by side, of which one holds. */
export function Segments<Value extends string>({ label, value, segments, onChoose }: SegmentsProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      aria-label={label}
      // The chosen one stays chosen when it is pressed again.
      onValueChange={(chosen) => chosen !== "" && onChoose(chosen as Value)}
      className="grid auto-cols-fr grid-flow-col gap-1 rounded-control bg-sunken p-1"
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          className="rounded-small px-1 py-1 text-small text-soft hover:text-ink data-[state=on]:bg-card data-[state=on]:font-semibold data-[state=on]:text-ink data-[state=on]:shadow-sm"
        >
          {segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
