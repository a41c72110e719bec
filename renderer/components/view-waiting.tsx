import { useText } from "../app/services.ts";

/** What a view shows while what it tells is not there yet: the shape of rows, no words to read. Not shown before 150 ms. */
export function ViewWaiting() {
  const text = useText();
  return (
    <div aria-busy="true" className="animate-late p-3">
      <p className="sr-only">{text("app:footer.waiting")}</p>
      <div aria-hidden className="animate-breathe space-y-2">
        <div className="mb-4 h-8 rounded-control bg-line" />
        {["first", "second", "third", "fourth", "fifth"].map((row) => (
          <div key={row} className="h-11 rounded-control border border-line bg-card" />
        ))}
      </div>
    </div>
  );
}
