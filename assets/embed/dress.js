// Dresses an embed as its host asks, before the first paint. It stands in the page itself.
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const state = asked.get("states");
  // One state alone has a page of its own, which is right without the engine.
  if (state && (root.dataset.presets || "").split(" ").includes(state)) {
    asked.delete("states");
    const rest = String(asked);
    location.replace(new URL(`${root.dataset.view ? "../" : ""}${state}/${rest && "?"}${rest}${location.hash}`, location.href));
    return;
  }
  const theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (theme === "transparent" || asked.get("ground") === "transparent") {
    root.dataset.ground = "transparent";
    // Most pages are light, whatever the reader's device is.
    if (theme !== "auto") root.dataset.theme ??= "light";
  }
  for (const name of ["title", "height"]) if (asked.has(name)) root.dataset[name] = asked.get(name);
  if (asked.has("controls")) root.dataset.controls = asked.get("controls").replaceAll(",", " ");

  // A color of the host's is taken for text and for lines where it stands out enough, in each theme by itself.
  const accent = /^#?([\da-f]{6})$/i.exec(asked.get("accent") || "")?.[1];
  if (!asked.has("accent")) return;
  const luminance = (hex) => {
    const [r, g, b] = [0, 2, 4].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const contrast = (a, b) => Math.max(luminance(a), luminance(b)) / Math.min(luminance(a), luminance(b));
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.refused = "accent";
  for (const [name, ground] of [["light", "fbfaf7"], ["dark", "14171c"]]) {
    if (!accent || contrast(accent, ground) < 3) continue;
    root.style.setProperty(`--line-${name}`, `#${accent}`);
    if (contrast(accent, ground) >= 4.5) root.style.setProperty(`--text-${name}`, `#${accent}`);
    if (dark === (name === "dark")) delete root.dataset.refused;
  }
})();
