import { holdInEveryWorld } from "./hold-in-every-world.ts";

holdInEveryWorld("linux");
