import { useId } from "react";
import { Switch } from "./switch.tsx";

interface SettingSwitchProps {
  readonly name: string;
  /** What it means, in a sentence. */
  readonly meaning?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A choice that is on or off, with its name and what it means. */
export function SettingSwitch({ name, meaning, on, onChange }: SettingSwitchProps) {
  const [label, description] = [useId(), useId()];
  return (
    <div className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <label htmlFor={label} className="block">
          {name}
        </label>
        {meaning !== undefined && (
          <p id={description} className="mt-1 text-small text-soft">
            {meaning}
          </p>
        )}
      </div>
      <Switch id={label} on={on} describedBy={meaning === undefined ? undefined : description} onChange={onChange} />
    </div>
  );
}
