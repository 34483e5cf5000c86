const dialog = document.getElementById("components-reconnect-modal");

// A short drop (a lift, a sleeping laptop) mends itself; only a longer one is worth a dialog.
const patience = 700;
let waiting;

function show(state) {
  dialog.dataset.state = state;
  if (!dialog.open) {
    dialog.showModal();
  }
}

function hide() {
  clearTimeout(waiting);
  dialog.close();
}

dialog.addEventListener("components-reconnect-state-changed", ({ detail }) => {
  clearTimeout(waiting);
  switch (detail.state) {
    case "show":
      waiting = setTimeout(() => show("show"), patience);
      break;
    case "hide":
      hide();
      break;
    case "rejected":
      location.reload();
      break;
    default:
      show(detail.state);
      break;
  }
});

dialog.addEventListener("cancel", event => event.preventDefault());

async function reconnect() {
  try {
    if (!(await Blazor.reconnect()) && !(await Blazor.resumeCircuit())) {
      location.reload();
      return;
    }
    hide();
  } catch {
    show("failed");
  }
}

document.getElementById("reconnect-now").addEventListener("click", reconnect);
document.getElementById("reload-now").addEventListener("click", () => location.reload());
document.getElementById("resume-now").addEventListener("click", async () => {
  try {
    if (!(await Blazor.resumeCircuit())) {
      location.reload();
    }
  } catch {
    show("resume-failed");
  }
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && dialog.open && dialog.dataset.state === "failed") {
    reconnect();
  }
});
