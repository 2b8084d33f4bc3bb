// What is new while a page stands open. A part that carries `data-ask-every` is asked for again, from `data-src`, so many
// seconds apart. The element itself stays, so that a reader hears what is new in it; a page that nobody looks at asks
// nothing, and what the server says is the same is not sent again.

function keepNew(part) {
  let known = "";

  async function ask() {
    // What somebody is about to press is not taken away under them.
    if (document.hidden || part.contains(document.activeElement)) return;
    try {
      const headers = known ? { "If-None-Match": known } : {};
      const answer = await fetch(part.dataset.src, { redirect: "error", headers });
      if (answer.status !== 200) return;
      known = answer.headers.get("ETag") ?? "";
      const read = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
      if (!read || read.innerHTML === part.innerHTML) return;
      part.replaceChildren(...read.childNodes);
      if (!read.dataset.n) return;
      for (const count of document.querySelectorAll(`[data-count-of="${CSS.escape(part.id)}"]`)) count.textContent = read.dataset.n;
    } catch {
      // Without a connection the next time will do.
    }
  }

  setInterval(ask, Number(part.dataset.askEvery) * 1000);
  document.addEventListener("visibilitychange", ask);
}

document.querySelectorAll("[data-ask-every]").forEach(keepNew);
