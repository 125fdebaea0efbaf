/** Does something once the browser has nothing else to do; soon, where the engine does not tell. */
export function whenIdle(task: () => void): void {
  const wait = window.requestIdleCallback ?? ((later: () => void) => setTimeout(later));
  wait(task);
}
