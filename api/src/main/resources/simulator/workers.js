// The grid workers' phones: the cards of the WeCom application, with buttons that really tap.

import {byId, clock, el, icon, link, moment} from "./dom.js";

export class Workers {
  #phones = new Map();
  #open = null;
  #chosen = false;
  #told = new Map();

  constructor() {
    byId("worker-choice").addEventListener("change", (event) => {
      this.#chosen = true;
      this.#open = event.target.value;
      this.#draw();
    });
  }

  load(workers) {
    this.#phones = new Map(workers.map((worker) => [worker.id, {...worker}]));
    if (!this.#phones.has(this.#open)) this.#open = workers[0]?.id ?? null;
    this.#draw();
  }

  /** Shows somebody's phone and gives the name. */
  look(worker) {
    this.#chosen = false;
    this.#open = worker;
    this.#draw();
    return this.#phones.get(worker)?.name ?? worker;
  }

  /** A card that is new, or has a new face. */
  carded(card) {
    const phone = this.#phones.get(card.worker);
    if (!phone) return;
    const at = phone.cards.findIndex((there) => there.task === card.task);
    if (at < 0) phone.cards.push(card);
    else phone.cards[at] = card;
    this.#told.delete(card.worker + card.task);
    if (!this.#chosen) this.#open = card.worker;
    this.#draw();
  }

  #draw() {
    byId("worker-choice").replaceChildren(...[...this.#phones.values()].map((worker) =>
      el("option", {value: worker.id, selected: worker.id === this.#open}, label(worker))));
    const cards = this.#phones.get(this.#open)?.cards ?? [];
    const focused = document.activeElement?.dataset?.tap;
    byId("cards").replaceChildren(...(cards.length > 0 ? cards.map((card) => this.#card(card)) : [quiet()]));
    if (focused) byId("cards").querySelector(`[data-tap="${CSS.escape(focused)}"]`)?.focus();
    byId("cards").scrollTop = byId("cards").scrollHeight;
    const waiting = [...this.#phones.values()].flatMap((worker) => worker.cards).filter(open).length;
    byId("workers-unread").hidden = waiting === 0;
    byId("workers-unread").textContent = String(waiting);
  }

  #card(card) {
    const told = this.#told.get(card.worker + card.task);
    return el("article", {class: "work-card", "data-task": card.task},
      el("p", {class: "source"}, "呼应", el("time", {datetime: card.at}, moment(card.at))),
      el("h3", {}, link(card.title, card.link)),
      el("p", {class: "status"}, card.status),
      el("dl", {}, ...card.facts.flatMap((fact) => [el("dt", {}, fact.name), el("dd", {}, fact.value)])),
      el("div", {class: "taps"}, ...(card.replaced
        ? [el("p", {class: "replaced"}, card.replaced)]
        : card.buttons.map((button) => this.#button(card, button)))),
      ...(told ? [el("p", {class: "told", role: "status"}, told)] : []));
  }

  #button(card, button) {
    if (button.link) return el("a", {class: "tap", href: button.link, target: "_blank", rel: "noopener noreferrer"}, button.text);
    return el("button", {
      type: "button", class: "tap", "data-tap": card.task + button.key, onclick: () => this.#tap(card, button),
    }, button.text);
  }

  /** What comes of it arrives with the events; only a failure has to be told here. */
  async #tap(card, button) {
    try {
      const response = await fetch("/simulator/api/workers/" + encodeURIComponent(card.worker) + "/taps", {
        method: "POST",
        headers: {"Content-Type": "application/json"},
        body: JSON.stringify({task: card.task, key: button.key}),
      });
      const answer = response.ok ? await response.json() : {outcome: "HTTP " + response.status};
      if (answer.outcome !== "taken" && answer.outcome !== "told") this.#tell(card, "没有回应，请再点一次");
    } catch {
      this.#tell(card, "没有发出去，服务没有回应");
    }
  }

  #tell(card, words) {
    this.#told.set(card.worker + card.task, words + "（" + clock(new Date()) + "）");
    this.#draw();
  }
}

const open = (card) => !card.replaced && card.buttons.some((button) => button.key === "sign");

function label(worker) {
  const waiting = worker.cards.filter(open).length;
  return worker.name + " · " + worker.about + (waiting > 0 ? "（" + waiting + " 张待接）" : "");
}

function quiet() {
  return el("div", {class: "empty"}, icon("robot"),
    el("p", {}, "还没有卡片"), el("p", {}, "诉求派到值班网格员时，卡片会出现在这里，点按钮就是真的接单。"));
}
