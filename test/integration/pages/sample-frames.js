// Goes into a page before its own scripts. Samples every frame from the first one on, and every layout shift of the page's own
// elements: of what is in a shadow root, as the form in the modal is, a shift names nothing.
(() => {
  const samples = [];
  const shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      const what = sources.map(({ node }) => node?.nodeName).filter(Boolean);
      if (what.length > 0) shifts.push({ value, what });
    }
  }).observe({ type: 'layout-shift', buffered: true });
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
