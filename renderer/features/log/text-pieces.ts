/** Characters that are read before the view may breathe. */
const SIZE = 100_000;

/** A text in pieces, so that the view stays alive while a long one is read. */
export async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += SIZE) {
    yield text.slice(start, start + SIZE);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
