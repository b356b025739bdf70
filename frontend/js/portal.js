// Small comforts. Every page works without this file.
import "./my_list.js";
import "./read_aloud.js";
import "./self_check.js";
import "./share.js";
import "./suggestions.js";
import "./way.js";

// "Brug, hvor jeg er nu": the browser is asked only when the person asks; the place goes into the address and no further.
for (const button of document.querySelectorAll("[data-near-me]")) {
  if (!navigator.geolocation) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const field = document.getElementById("naer");
        // Rounded to a grid of about 500 metres: near enough for a walk, too coarse for a door.
        const rounded = (degrees, steps) => (Math.round(degrees * steps) / steps).toFixed(3);
        field.value = `${rounded(coords.latitude, 200)},${rounded(coords.longitude, 125)}`;
        field.form.requestSubmit();
      },
      ({ code, PERMISSION_DENIED }) => {
        button.disabled = false;
        button.nextElementSibling.textContent = code === PERMISSION_DENIED ? button.dataset.refused : button.dataset.nearMe;
        document.getElementById("naer").focus();
      },
      { timeout: 10_000 },
    );
  });
}

// A form says no more than what was filled in, so that the address stays short enough to read aloud.
for (const form of document.querySelectorAll("form[role=search]")) {
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
    if (!formData.has("naer")) formData.delete("radius");
  });
}
