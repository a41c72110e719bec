import { useText } from "../../app/services.ts";

/** How much of a release is here. */
export function DownloadBar({ version, percent }: { version: string; percent: number }) {
  const text = useText();
  const label = text("app:updates.downloading", { version });
  return (
    <div>
      <p className="flex justify-between gap-3 text-small text-soft">
        <span role="status">{label}</span>
        <span className="tabular-nums" aria-hidden>
          {text("app:updates.percent", { percent })}
        </span>
      </p>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="mt-1 h-1 overflow-hidden rounded-full bg-line"
      >
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden className="block h-full w-full fill-accent">
          <rect width={percent} height={1} />
        </svg>
      </div>
    </div>
  );
}
