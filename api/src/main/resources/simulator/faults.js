// Switches that make the platform's hosts fail, and how many calls met them.

import {byId, el} from "./dom.js";

const HOSTS = {WECHAT: ["微信公众平台", "居民的客服消息、群发"], WECOM: ["企业微信", "网格群、网格员的卡片"]};
const FAULTS = [
  ["NONE", "正常", "照常办"],
  ["SLOW", "很慢", "过一秒半才答"],
  ["UNAVAILABLE", "网关 502", "没有办"],
  ["BUSY", "系统繁忙 -1", "没有办，请稍后再试"],
  ["QUOTA", "次数用完 45009", "没有办，今天不再办"],
  ["RESET", "连接重置", "没有办，连接断了"],
  ["REPLY_LOST", "回复丢失", "已经办了，回复没有送到"],
];

export class Faults {
  constructor() {
    byId("faults-reset").addEventListener("click", () => this.#ask("", {method: "DELETE"}));
    byId("fault-hosts").append(...Object.entries(HOSTS).map(([host, [name, what]]) => this.#host(host, name, what)));
  }

  load(faults) {
    faults.forEach((fault) => this.switched(fault));
  }

  switched({host, fault, met}) {
    const box = document.querySelector(`[data-host=${host}]`);
    if (!box) return;
    box.dataset.fault = fault;
    box.querySelector(`[value=${fault}]`).checked = true;
    box.querySelector(".met").textContent = fault === "NONE" ? "正常" : "已有 " + met + " 次调用碰上";
    this.#note();
  }

  #note() {
    const on = [...document.querySelectorAll("[data-host]")].filter((box) => box.dataset.fault && box.dataset.fault !== "NONE");
    byId("faults-on").hidden = on.length === 0;
    byId("faults-on").textContent = String(on.length);
    byId("fault-note").hidden = on.length === 0;
    byId("fault-note").textContent = "故障开着：" + on.map((box) =>
      HOSTS[box.dataset.host][0] + " " + FAULTS.find(([fault]) => fault === box.dataset.fault)[1]).join("，");
  }

  #host(host, name, what) {
    return el("fieldset", {"data-host": host},
      el("legend", {}, name, el("span", {}, what)),
      ...FAULTS.map(([fault, label, effect]) => el("label", {},
        el("input", {type: "radio", name: "fault-" + host, value: fault, onchange: () => this.#turn(host, fault)}),
        el("span", {class: "label"}, label), el("span", {class: "effect"}, effect))),
      el("p", {class: "met", role: "status"}));
  }

  #turn(host, fault) {
    this.#ask("/" + host, {method: "PUT", headers: {"Content-Type": "application/json"}, body: JSON.stringify({fault})});
  }

  async #ask(path, request) {
    const response = await fetch("/simulator/api/faults" + path, request).catch(() => null);
    if (response?.ok) this.load(await response.json());
    else byId("fault-note").textContent = "开关没有拨动，服务没有回应";
  }
}
