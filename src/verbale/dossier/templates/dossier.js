function unfold() {
  var at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (var up = at; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
  if (at) { at.scrollIntoView({ block: "center" }); }
}
addEventListener("hashchange", unfold);
addEventListener("DOMContentLoaded", unfold);
