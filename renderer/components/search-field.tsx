import { Search } from "lucide-react";
import { useId } from "react";

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field to search in what is below it. Escape empties it first; only then it closes the popover. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const id = useId();
  return (
    <div className="relative">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search size={14} aria-hidden className="pointer-events-none absolute top-2 left-2.5 text-soft" />
      <input
        id={id}
        type="search"
        value={value}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && value !== "") {
            event.stopPropagation();
            onChange("");
          }
        }}
        className="h-8 w-full rounded-lg border border-line bg-card pr-2 pl-8 text-[13px] text-ink placeholder:text-soft focus-visible:outline-offset-0"
      />
    </div>
  );
}
