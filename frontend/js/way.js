// Only Android opens geo: addresses; elsewhere the link would lead nowhere.
if (/Android/.test(navigator.userAgent)) {
  for (const line of document.querySelectorAll("[data-geo]")) line.hidden = false;
}
