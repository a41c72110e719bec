import { Search, X } from "lucide-react";
import { useId, useRef } from "react";
import { useText } from "../app/services.ts";

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A field to search in what is below it. Escape empties it first; only then it closes the popover. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const text = useText();
  return (
    <div className="relative">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search size={14} aria-hidden className="pointer-events-none absolute top-2 left-3 text-soft" />
      <input
        ref={field}
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
        className="h-8 w-full appearance-none rounded-control border border-line bg-card pr-8 pl-8 text-body text-ink placeholder:text-soft focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      {value !== "" && (
        <button
          type="button"
          aria-label={text("app:search.clear")}
          className="absolute top-1 right-1 grid size-6 place-items-center rounded-smallall text-soft hover:bg-sunken hover:text-ink"
          onClick={() => {
            onChange("");
            field.current?.focus();
          }}
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
