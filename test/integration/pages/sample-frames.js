// Goes into a page before its own scripts. Samples every frame from the first one on, and every layout shift.
(() => {
  const samples = [];
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) => ({ value, what: sources.map(({ node }) => node?.nodeName) }))))
    .observe({ type: 'layout-shift', buffered: true });
  const isSeen = (element) => element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false;
  const sample = () => {
    const gate = document.querySelector('onboarding-gate');
    samples.push({
      portal: [...document.querySelectorAll('main, main *')].some(isSeen),
      modal: isSeen(gate?.shadowRoot?.querySelector('dialog')),
    });
    requestAnimationFrame(sample);
  };
  requestAnimationFrame(sample);
  const frames = (count) => new Promise((resolve) => {
    const step = (left) => (left === 0 ? resolve() : requestAnimationFrame(() => step(left - 1)));
    step(count);
  });
  globalThis.sampler = { samples, shifts, frames };
})();
