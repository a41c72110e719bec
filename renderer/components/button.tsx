import type { ReactNode } from "react";

interface ButtonProps {
  readonly kind: "primary" | "quiet";
  readonly disabled?: boolean;
  /** `submit` sends the form that it stands in. */
  readonly type?: "button" | "submit";
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

const LOOK = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong disabled:bg-sunken disabled:text-soft",
  quiet: "border border-line bg-card text-ink hover:bg-sunken disabled:text-soft",
} as const;

/** A button whose words say what it does. */
export function Button({ kind, disabled = false, type = "button", onClick, children }: ButtonProps) {
  return (
    <button
      type={type}
      disabled={disabled}
      onClick={onClick}
      className={`inline-flex min-h-8 items-center justify-center gap-2 rounded-control px-4 py-1 text-body font-semibold ${LOOK[kind]}`}
    >
      {children}
    </button>
  );
}
