import { contextBridge, ipcRenderer } from "electron";
import type { IpcRendererEvent } from "electron";
import { callChannel, callNames, pushChannel, pushNames, subscriptionName } from "../../shared/contract/ipc.ts";
import type { Bridge } from "../../shared/contract/ipc.ts";

/** One function per call: sends the request, gives back the answer as it came. The page's client checks it. */
const calls = callNames.map((name) => [name, (request: unknown) => ipcRenderer.invoke(callChannel(name), request)]);

/** One subscription per push. The event object stays here: it would give the page a way to send on any channel. */
const subscriptions = pushNames.map((name) => {
  const subscribe = (listener: (payload: unknown) => void) => {
    const forward = (_event: IpcRendererEvent, payload: unknown) => listener(payload);
    ipcRenderer.on(pushChannel(name), forward);
    return () => ipcRenderer.off(pushChannel(name), forward);
  };
  return [subscriptionName(name), subscribe];
});

contextBridge.exposeInMainWorld("holdfast", Object.fromEntries([...calls, ...subscriptions]) as Bridge);
