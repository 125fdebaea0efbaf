/* Drafts outlive the element that wrote them, as they should, but not a test: imported where forms are shown. */
beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
