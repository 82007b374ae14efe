// Has the device keep the site, so that it can be read without a connection; tells of a newer edition, and waits for the reader.
const root = new URL("../", import.meta.url);

function tell(registration) {
  if (document.getElementById("newer")) return;
  const bar = document.createElement("p");
  bar.id = "newer";
  bar.className = "engine-note";
  bar.setAttribute("role", "status");
  document.body.append(bar);
  const button = (label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", act);
    return button;
  };
  const take = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    if (registration.waiting) registration.waiting.postMessage("take-over");
    else location.reload();
  };
  // Filled after it stands there, so that it is read out.
  requestAnimationFrame(() => bar.append("A newer edition is here. ", button("Show it", take), button("Later", () => bar.remove())));
}

/** Whether the reader has said that nothing is to be kept. */
function isOff() {
  try {
    return localStorage.getItem("throughline-offline") === "off";
  } catch {
    return false;
  }
}

try {
  if (isOff()) throw new Error("the reader does not want it");
  const registration = await navigator.serviceWorker.register(new URL("offline.js", root), { scope: root, updateViaCache: "none" });
  registration.active?.postMessage("mend");
  const look = () => navigator.serviceWorker.controller && registration.waiting && tell(registration);
  const follow = () => registration.installing?.addEventListener("statechange", look);
  look();
  follow();
  registration.addEventListener("updatefound", follow);
} catch (error) {
  // Forbidden here, or a part did not come: the next visit tries again.
  console.info("Throughline is not kept on this device:", error);
}
