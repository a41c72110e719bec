import { useText } from "../../app/services.ts";
import { PICTURE } from "./path/geometry.ts";

/** The shape of the first view before the first look is done: same places, no words to read. */
export function StatusSkeleton() {
  const text = useText();
  return (
    <div aria-busy="true" className="animate-late">
      <h1 className="sr-only">{text("app:footer.waiting")}</h1>
      <div aria-hidden className="animate-breathe">
        <div className="mb-3 border-b border-line bg-calm-ground px-3 pt-4 pb-1">
          <div className="mx-1 h-6 w-52 rounded-small bg-line" />
          <div className="mx-1 mt-2 mb-3 h-4 w-72 rounded-small bg-line" />
          <svg viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`} className="block w-full">
            <path d="M41 42H315" className="stroke-line stroke-2" />
            {[41, 132, 224, 315].map((x) => (
              <rect key={x} x={x - 19} y={23} width={38} height={38} rx={11} className="fill-card stroke-line" />
            ))}
          </svg>
        </div>
        <div className="mx-3 h-28 rounded-card border border-line bg-card" />
      </div>
    </div>
  );
}
