// Hands the code to the page that opened this window: once, and only if that page is of the named origin.
const done = document.getElementById("done");
const { code, origin } = done.dataset;
done.removeAttribute("data-code");
if (window.opener) {
  window.opener.postMessage({ type: "fpb-code", code }, origin);
  window.close();
} else {
  done.hidden = true;
  document.getElementById("alone").hidden = false;
}
