// What went over the wire between the bot and the platform, newest first.

import {byId, el, seconds} from "./dom.js";

const KEPT = 300;
const KINDS = [
  ["", "全部"], ["CUSTOMER", "客服消息"], ["MASS_SEND", "群发"], ["TEMPLATE", "模板消息"], ["CARD", "网格员卡片"],
  ["GROUP", "群机器人"], ["TOKEN", "令牌"], ["CALLBACK", "推送给呼应的"], ["OTHER", "其他"],
];

export class Calls {
  #calls = [];
  #seen = new Set();
  #opened = new Set();

  constructor() {
    byId("call-kind").append(...KINDS.map(([kind, label]) => el("option", {value: kind}, label)));
    byId("call-kind").addEventListener("change", () => this.#draw());
    byId("only-errors").addEventListener("change", () => this.#draw());
  }

  load(calls) {
    this.#calls = calls.slice(-KEPT);
    this.#seen = new Set(this.#calls.map((call) => call.id));
    this.#draw();
  }

  called(call) {
    if (this.#seen.has(call.id)) return;
    this.#seen.add(call.id);
    this.#calls.push(call);
    if (this.#calls.length > KEPT) this.#calls.shift();
    byId("calls-empty").hidden = true;
    if (this.#wanted(call)) byId("call-rows").prepend(...this.#rows(call));
    while (byId("call-rows").children.length > 2 * KEPT) byId("call-rows").lastElementChild.remove();
  }

  #draw() {
    const wanted = this.#calls.filter((call) => this.#wanted(call)).reverse();
    byId("call-rows").replaceChildren(...wanted.flatMap((call) => this.#rows(call)));
    byId("calls-empty").hidden = wanted.length > 0;
    byId("calls-empty").textContent = this.#calls.length === 0 ? "还没有调用。发一条消息试试。" : "没有这样的调用。";
  }

  #wanted(call) {
    const kind = byId("call-kind").value;
    return (!byId("only-errors").checked || !call.fine) && (kind === "" || kind === (call.kind ?? "CALLBACK"));
  }

  #rows(call) {
    const details = el("tr", {class: "details", id: "call-" + call.id, hidden: !this.#opened.has(call.id)},
      el("td", {colspan: "5"}, el("pre", {}, call.detail || "没有请求体")));
    const open = el("button", {
      type: "button", "aria-expanded": String(this.#opened.has(call.id)), "aria-controls": details.id,
      onclick: () => {
        details.hidden = !details.hidden;
        open.setAttribute("aria-expanded", String(!details.hidden));
        if (details.hidden) this.#opened.delete(call.id);
        else this.#opened.add(call.id);
      },
    }, el("span", {class: "method"}, call.method), path(call.path));
    const outward = call.direction === "CALLBACK";
    return [
      el("tr", {class: call.fine ? "fine" : "failed"},
        el("td", {class: "when"}, seconds(call.at)),
        el("td", {class: "way"}, el("span", {class: outward ? "out" : "in"}, outward ? "推送" : "收到")),
        el("td", {class: "what"}, open),
        el("td", {class: "code"}, el("span", {}, result(call))),
        el("td", {class: "why"}, call.message)),
      details,
    ];
  }
}

const CUT = -100;

function result(call) {
  if (call.code === CUT) return "断开";
  return call.code === 0 && call.direction === "CALLBACK" ? "无应答" : String(call.code);
}

function path(full) {
  const mark = full.indexOf("?");
  return mark < 0
    ? el("span", {class: "path"}, full)
    : el("span", {class: "path"}, full.slice(0, mark), el("span", {class: "query"}, full.slice(mark)));
}
