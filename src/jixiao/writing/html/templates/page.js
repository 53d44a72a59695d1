(function () {
  "use strict";
  var all = Array.prototype.slice.call(document.querySelectorAll(".findings > li"));
  var buttons = Array.prototype.slice.call(document.querySelectorAll(".counts button"));
  var filter = document.getElementById("filter");
  var help = document.getElementById("help");
  var keys = document.getElementById("keys");
  var off = {};
  var here = null;

  function apply() {
    var words = filter.value.trim().toLowerCase();
    var shown = 0;
    all.forEach(function (one) {
      one.hidden = Boolean(off[one.dataset.severity]) || one.textContent.toLowerCase().indexOf(words) === -1;
      shown += one.hidden ? 0 : 1;
      document.querySelectorAll('.ref[href="#' + one.id + '"]').forEach(function (ref) { ref.hidden = one.hidden; });
    });
    buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(!off[button.dataset.severity])); });
    document.getElementById("shown").textContent = String(shown);
  }
  function toggle(severity) {
    off[severity] = !off[severity];
    apply();
  }
  function go(step) {
    var shown = all.filter(function (one) { return !one.hidden; });
    if (!shown.length) { return; }
    var at = shown.indexOf(here) + step;
    if (shown.indexOf(here) === -1) { at = step === 1 ? 0 : shown.length - 1; }
    show(shown[(at + shown.length) % shown.length]);
  }
  function show(one) {
    document.querySelectorAll(".here").forEach(function (old) { old.classList.remove("here"); });
    here = one;
    one.classList.add("here");
    one.focus({ preventScroll: true });
    one.scrollIntoView({ block: "nearest" });
    var mark = document.getElementById(one.querySelector("a").getAttribute("href").slice(1));
    if (mark !== one) {
      (mark.closest("td, th, p, li, h2, h3, h4, h5, h6") || mark).classList.add("here");
      mark.scrollIntoView({ block: "center" });
    }
  }
  function explain() {
    keys.hidden = !keys.hidden;
    help.setAttribute("aria-expanded", String(!keys.hidden));
  }

  document.getElementById("controls").hidden = false;
  buttons.forEach(function (button) {
    button.disabled = false;
    button.addEventListener("click", function () { toggle(button.dataset.severity); });
  });
  help.addEventListener("click", explain);
  filter.addEventListener("input", apply);
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    var key = event.key;
    if (event.target === filter) {
      if (key === "Escape") { filter.value = ""; apply(); filter.blur(); }
      if (key === "Enter") { filter.blur(); go(1); }
      return;
    }
    if (key === "Escape") { filter.value = ""; apply(); }
    else if (key === "1" || key === "2" || key === "3") { if (buttons[key - 1]) { toggle(buttons[key - 1].dataset.severity); } }
    else if (key === "j" || key === "ArrowRight") { go(1); }
    else if (key === "k" || key === "ArrowLeft") { go(-1); }
    else if (key === "/") { filter.focus(); filter.select(); }
    else if (key === "?") { explain(); }
    else { return; }
    event.preventDefault();
  });
}());
