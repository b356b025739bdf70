// A map with tiles, in the place of the outline that the page came with; the pins are the list's own entries.
// Loaded by the map's page alone, and only where tiles are set.
import { Map as LeafletMap, control, divIcon, latLngBounds, marker, popup, tileLayer } from "leaflet/dist/leaflet-src.esm.js";
import "./map.css";

const APART = 48;

const frame = document.querySelector("[data-map]");
const places = [...document.querySelectorAll("[data-latitude]")].map((entry) => ({
  entry,
  name: entry.dataset.name,
  position: [Number(entry.dataset.latitude), Number(entry.dataset.longitude)],
  count: entry.querySelectorAll("li").length,
}));

if (frame && places.length) show(frame.dataset);

function show(words) {
  frame.replaceChildren();
  frame.classList.add("with-tiles");
  const map = new LeafletMap(frame, { zoomControl: false, attributionControl: true });
  map.attributionControl.setPrefix(false);
  // The host of the tiles learns where the portal is, not what was searched for.
  tileLayer(words.tiles, { maxZoom: 18, attribution: escaped(words.attribution), referrerPolicy: "origin" }).addTo(map);
  control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  map.fitBounds(latLngBounds(places.map((place) => place.position)).pad(0.1), { maxZoom: 15, animate: false });
  let pins = [];
  const draw = () => {
    for (const pin of pins) pin.remove();
    pins = clusters(map).map((together) => pinOf(together, map, words).addTo(map));
    for (const pin of pins) pin.getElement().setAttribute("aria-label", pin.options.title);
  };
  map.on("zoomend", draw);
  draw();
}

function pinOf(together, map, words) {
  const count = together.reduce((sum, place) => sum + place.count, 0);
  const one = together.length === 1;
  const towns = [...new Set(together.map((place) => place.entry.querySelector("p").textContent))].slice(0, 3).join(", ");
  const title = one ? together[0].name : `${together.length} ${words.several}: ${towns}`;
  const icon = divIcon({ className: one ? "tile-pin" : "tile-pin several", html: String(count), iconSize: [36, 36] });
  const pin = marker(together[0].position, { icon, title, keyboard: true, riseOnHover: true });
  const bounds = latLngBounds(together.map((place) => place.position));
  const splits = !one && !bounds.getSouthWest().equals(bounds.getNorthEast()) && map.getZoom() < 18;
  const act = splits ? () => map.fitBounds(bounds.pad(0.2)) : () => open(pin, map, together, words);
  // Leaflet lets a pin be reached with the keyboard, but not be pressed.
  return pin.on("click", act).on("add", () => {
    pin.getElement().addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    });
  });
}

function open(pin, map, together, words) {
  const content = document.createElement("div");
  for (const { entry } of together) {
    for (const child of entry.children) content.append(child.cloneNode(true));
  }
  const shown = popup({ maxHeight: 260, offset: [0, -12] }).setLatLng(pin.getLatLng()).setContent(content).openOn(map);
  shown.getElement().querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", words.close);
  content.querySelector("a")?.focus();
  shown.getElement().addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    map.closePopup(shown);
    pin.getElement()?.focus();
  });
}

function clusters(map) {
  const found = [];
  for (const place of places) {
    const point = map.latLngToLayerPoint(place.position);
    const near = found.find((group) => group.point.distanceTo(point) < APART);
    if (near) near.places.push(place);
    else found.push({ point, places: [place] });
  }
  return found.map((group) => group.places);
}

function escaped(text) {
  const holder = document.createElement("span");
  holder.textContent = text;
  return holder.innerHTML;
}
