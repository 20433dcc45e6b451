addEventListener("beforeprint", function () {
  document.querySelectorAll("details").forEach(function (d) { if (!d.open) { d.open = true; d.dataset.shut = ""; } });
});
addEventListener("afterprint", function () {
  document.querySelectorAll("details[data-shut]").forEach(function (d) { d.open = false; delete d.dataset.shut; });
});
function unfold() {
  var at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (var up = at; up; up = up.parentElement) { if (up.tagName === "DETAILS") { up.open = true; } }
  if (at) { at.scrollIntoView({ block: "center" }); }
}
addEventListener("hashchange", unfold);
addEventListener("DOMContentLoaded", unfold);
