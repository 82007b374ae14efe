// Our own page, driven as a reader drives it: by the controls of the figure. The driver evaluates this in the built site,
// which runs under its own content security policy; see page.js for the interface.

({ figure, empty }) => {
  const frame = document.getElementById(`fig-${figure}`);
  const picture = document.getElementById(`fig-${figure}-plot`);
  const readout = document.getElementById(`fig-${figure}-readout`);
  const toggles = new Map([...frame.querySelectorAll("button.toggle")].map((button) => [button.textContent.trim(), button]));
  const sort = frame.querySelector(".controls select");
  const toggle = (label) => {
    const button = toggles.get(label);
    if (!button) throw new Error(`the figure has no control '${label}'`);
    button.click();
  };
  const hint = readout.textContent;
  let without = null;

  /** Where the pointer finds each datum, by the start of its label. */
  let places = null;
  function find() {
    places = new Map();
    const box = picture.getBoundingClientRect();
    for (let y = box.top + 2; y < box.bottom; y += 5) {
      for (let x = box.left + 2; x < box.right; x += 5) {
        const event = { clientX: x, clientY: y, bubbles: true, pointerType: "mouse" };
        picture.dispatchEvent(new PointerEvent("pointermove", event));
        const name = /^(State [A-Z]+, Made-up strategy \d+|Made-up district \d+)/.exec(readout.textContent)?.[0];
        if (name && !places.has(name)) places.set(name, [x, y]);
      }
    }
    picture.dispatchEvent(new PointerEvent("pointerleave", { pointerType: "mouse" }));
  }

  /** Waits until the part of the engine that draws has come, which it does when a pointer first asks for it. */
  async function drawing() {
    const end = Date.now() + 60_000;
    // Events that are made up do not enter what they happen in.
    frame.dispatchEvent(new PointerEvent("pointerenter", { pointerType: "mouse" }));
    for (find(); places.size === 0; find()) {
      if (Date.now() > end) throw new Error("the figure tells nothing under a pointer");
      await new Promise((done) => setTimeout(done, 100));
    }
    places = null;
  }

  window.contender = {
    drawing,
    // A choice that nothing fits, and back.
    clear: () => toggle(empty),
    draw: () => toggle(empty),
    show(view) {
      places = null;
      if (sort && sort.value !== view.order) {
        sort.value = view.order;
        sort.dispatchEvent(new Event("change", { bubbles: true }));
      }
      // All states are chosen one by one; a click takes one out or puts it back.
      if (view.without !== without) {
        if (without !== null) toggle(without);
        if (view.without !== null) toggle(view.without);
        without = view.without;
      }
    },
    // Elements or, where it is painted, how many marks a pointer finds.
    count() {
      const elements = picture.querySelectorAll("[data-key]").length;
      if (elements === 0) find();
      return elements || places.size;
    },
    tip: () => (readout.textContent === hint ? "" : readout.textContent),
    place(row) {
      if (!places) find();
      return places.get(row.name ?? `${row.state}, ${row.strategy}`) ?? null;
    },
  };
};
