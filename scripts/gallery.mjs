// @ts-check
import { command } from "./terminal/command.mjs";

// npm run gallery [-- scene…]: renders every view, state, language and theme, or the named scenes, into docs/gallery.
await command(async () => {
  const { renderGallery } = await import("./gallery/render-gallery.mjs");
  return renderGallery(process.argv.slice(2));
});
