import { Switch as Root } from "radix-ui";

interface SwitchProps {
  readonly id: string;
  readonly on: boolean;
  /** Ids of the texts that say what it does, in the order in which they are read aloud. */
  readonly describedBy: string | undefined;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off. Its name is the label for its id; the place of the knob tells without colour. */
export function Switch({ id, on, describedBy, onChange }: SwitchProps) {
  return (
    <Root.Root
      id={id}
      checked={on}
      onCheckedChange={onChange}
      aria-describedby={describedBy}
      className="h-5 w-9 shrink-0 rounded-full border border-soft bg-sunken px-px data-[state=checked]:border-accent data-[state=checked]:bg-accent"
    >
      <Root.Thumb className="block size-4 rounded-full bg-soft transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
    </Root.Root>
  );
}
