import { createObserver } from "../../observe/observer.ts";
import { serveLookout } from "./serve-lookout.ts";

/*
 * The program of the thread beside the app's main one: all that takes the longer the more routes there are is done here,
 * so that tray and popover answer whatever the machine's tables hold.
 */
serveLookout(createObserver());
