// For each figure of this page: what happens in it is said and listed, and what is pressed is asked of it.
for (const place of document.querySelectorAll(".speaks")) {
  const figure = place.querySelector("iframe, throughline-figure");
  const said = place.querySelector('[role="status"]');
  const list = place.querySelector("ol");
  // Events come out of the figure ...
  for (const name of ["ready", "view-changed", "select", "error"]) {
    figure.addEventListener(`throughline:${name}`, ({ detail }) => {
      const { sentence, message, facts, mark, view } = detail;
      const item = document.createElement("li");
      item.textContent = `${name}: ${sentence ?? message ?? facts?.join(", ") ?? mark ?? (view || "the authors’ view")}`;
      said.textContent = item.textContent;
      list.append(item);
    });
  }
  // ... and commands go in.
  place.addEventListener("click", ({ target }) => {
    const { command, view } = target.dataset;
    if (command) figure.dispatchEvent(new CustomEvent(`throughline:${command}`, { detail: view }));
  });
}
