// Sort by distance: only a browser knows where somebody is, and only after it has asked them.
const wanted = document.querySelector("[data-near]");
if (wanted && "geolocation" in navigator) {
  const said = wanted.querySelector("[role=status]");
  wanted.hidden = false;
  wanted.querySelector("button").addEventListener("click", () => {
    said.textContent = wanted.dataset.wait;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // About 100 metres: nobody's door stands in an address that may be passed on.
        const place = [coords.latitude, coords.longitude].map((degrees) => degrees.toFixed(3));
        location.assign(wanted.dataset.near + place.join(","));
      },
      () => { said.textContent = wanted.dataset.failed; },
      { maximumAge: 300000, timeout: 10000 },
    );
  });
}
