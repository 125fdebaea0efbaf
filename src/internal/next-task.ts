/**
 * Lets the browser show what was done so far, and hear a press of a button: work on a store in memory leaves it no time by
 * itself. Not by a timer, which pages in the background are given once a second.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
