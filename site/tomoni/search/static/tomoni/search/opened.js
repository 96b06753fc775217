// Tell the site that one of the results was opened: no cookie, nobody's name, only the words.
function tell(event) {
  const link = event.target.closest?.(".search-results a");
  if (!link || event.button > 1) return;
  const words = new URLSearchParams(location.search).get("q") ?? "";
  navigator.sendBeacon(new URL("opened/", location.href), new URLSearchParams({ q: words }));
}

addEventListener("click", tell, true);
addEventListener("auxclick", tell, true);
