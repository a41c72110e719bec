import { useEffect, useState } from "react";
import { useText } from "../app/services.ts";

/** Something that takes its time: what it is, that it goes on, and since when. */
export function Progress({ label }: { label: string }) {
  const text = useText();
  const seconds = useSecondsSinceShown();
  return (
    <div role="status">
      <p className="flex justify-between gap-3 text-small text-soft">
        <span>{label}</span>
        <span className="tabular-nums" aria-hidden>
          {text("app:progress.seconds", { count: seconds })}
        </span>
      </p>
      <div role="progressbar" aria-label={label} className="mt-1 h-1 overflow-hidden rounded-full bg-line">
        <div className="h-full w-1/3 animate-advance rounded-full bg-accent" />
      </div>
    </div>
  );
}

function useSecondsSinceShown(): number {
  const [since] = useState(() => Date.now());
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.round((now - since) / 1000);
}
