// One WeChat-like phone that can be any of the residents'.

import {byId, clock, el, icon, linked, moment} from "./dom.js";
import {Panels} from "./panels.js";

const QUIET = 5 * 60 * 1000;
const CHIPS = [
  ["下水道堵了", "幸福里3栋2单元的下水道堵了，污水都冒出来了"],
  ["物业费", "物业服务不好，我可以不交物业费吗？"],
  ["燃气味", "厨房里有很重的燃气味！"],
  ["路灯不亮", "小区门口的路灯坏了好几天了"],
  ["我住哪", "我住幸福里3栋2单元"],
  ["我的诉求", "我的诉求"],
  ["人工", "人工"],
];
const MENU = ["帮助", "菜单", "我的诉求"];

export class Phone {
  #act;
  #phones = new Map();
  #current = null;
  #panels;

  constructor(act) {
    this.#act = act;
    this.#panels = new Panels((action) => this.#do(action));
    this.#wireBar();
    byId("chips").append(...CHIPS.map(([label, words]) =>
      el("button", {type: "button", title: words, onclick: () => this.#do({action: "say", text: words})}, label)));
    byId("menu").append(...MENU.map((key) =>
      el("button", {type: "button", onclick: () => this.#do({action: "click", key})}, key)));
    setInterval(() => this.#tick(), 10_000);
  }

  load(state) {
    byId("chat-title").textContent = state.account;
    this.account = state.account;
    this.#phones = new Map(state.phones.map((phone) => [phone.openId,
      {...phone, unread: 0, busy: 0, seen: new Set(phone.entries.map((entry) => entry.id))}]));
    this.#panels.load(state.doors, state.spots);
    if (!this.#phones.has(this.#current)) this.#current = state.phones[0]?.openId ?? null;
    this.#tick();
    this.#people();
    this.#draw();
  }

  said(entry) {
    const phone = this.#phones.get(entry.openId);
    if (!phone || phone.seen.has(entry.id)) return;
    phone.seen.add(entry.id);
    const previous = phone.entries.at(-1);
    phone.entries.push(entry);
    if (entry.openId === this.#current) {
      byId("log").querySelector(".hello")?.remove();
      byId("log").append(...this.#lines(entry, previous));
      this.#toEnd();
    } else if (entry.source === "PUSH") {
      phone.unread++;
      this.#people();
    }
  }

  typing(openId, busy) {
    const phone = this.#phones.get(openId);
    if (!phone) return;
    phone.busy = Math.max(0, phone.busy + (busy ? 1 : -1));
    if (openId === this.#current) this.#title();
  }

  followed(openId, follower) {
    const phone = this.#phones.get(openId);
    if (!phone) return;
    phone.follower = follower;
    if (openId === this.#current) this.#mode();
  }

  complain(openId, words) {
    this.said({id: "local-" + Math.random(), openId, at: new Date().toISOString(), source: "NOTICE", kind: "NOTICE", text: words, detail: ""});
  }

  /** The view became visible: a hidden log cannot be scrolled. */
  shown() {
    this.#toEnd();
  }

  #do(action) {
    if (this.#current) this.#act(this.#current, action);
  }

  #choose(openId) {
    this.#current = openId;
    this.#phones.get(openId).unread = 0;
    this.#panels.close();
    this.#people();
    this.#draw();
  }

  #people() {
    const focused = document.activeElement?.getAttribute("role") === "radio";
    byId("people").replaceChildren(...[...this.#phones.values()].map((phone, index) => this.#person(phone, index)));
    byId("people").querySelector("[aria-checked=true]")?.scrollIntoView({block: "nearest", inline: "nearest"});
    if (focused) byId("people").querySelector("[aria-checked=true]")?.focus();
  }

  #person(phone, index) {
    const chosen = phone.openId === this.#current;
    const unread = phone.unread > 0 ? [el("span", {class: "badge"}, String(phone.unread), el("span", {class: "hidden"}, "条新消息"))] : [];
    return el("button", {
      type: "button", role: "radio", "aria-checked": String(chosen), tabindex: chosen ? "0" : "-1", title: phone.about,
      onclick: () => this.#choose(phone.openId),
      onkeydown: (event) => this.#walk(event, index),
    }, this.#face(phone), el("span", {class: "who"}, phone.name), el("span", {class: "about"}, phone.about), ...unread);
  }

  #walk(event, index) {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    if (!step) return;
    event.preventDefault();
    const ids = [...this.#phones.keys()];
    this.#choose(ids[(index + step + ids.length) % ids.length]);
  }

  #face(phone) {
    const index = [...this.#phones.keys()].indexOf(phone.openId);
    return el("span", {class: "face tone-" + (index % 4), "aria-hidden": "true"}, phone.name.slice(0, 1));
  }

  #draw() {
    const phone = this.#phones.get(this.#current);
    if (!phone) return;
    const lines = phone.entries.flatMap((entry, index) => this.#lines(entry, phone.entries[index - 1]));
    byId("log").replaceChildren(...(lines.length > 0 ? lines : [this.#hello(phone)]));
    this.#title();
    this.#mode();
    this.#toEnd();
  }

  #hello(phone) {
    return el("div", {class: "hello"},
      el("span", {class: "face account"}, icon("reply")),
      el("p", {class: "hello-name"}, this.account),
      el("p", {}, "现在用的是" + phone.name + "的手机。"),
      el("p", {}, phone.follower ? "说说家里、楼里、小区里的事，或点下面的例子。" : "先关注公众号，或者扫一扫楼门上的二维码。"));
  }

  #title() {
    const phone = this.#phones.get(this.#current);
    byId("chat-title").textContent = phone?.busy > 0 ? "对方正在输入…" : this.account;
  }

  #mode() {
    const follower = this.#phones.get(this.#current)?.follower ?? false;
    byId("follow").hidden = follower;
    byId("bar").hidden = !follower;
    byId("chips").hidden = !follower;
    if (!follower) this.#panels.closePanel();
  }

  #lines(entry, previous) {
    const pause = !previous || new Date(entry.at) - new Date(previous.at) > QUIET;
    const time = pause ? [el("p", {class: "time"}, moment(entry.at))] : [];
    return [...time, entry.source === "NOTICE" ? el("p", {class: "notice"}, entry.text) : this.#message(entry)];
  }

  #message(entry) {
    const mine = entry.source === "RESIDENT";
    const phone = this.#phones.get(entry.openId);
    const face = mine ? this.#face(phone) : el("span", {class: "face account", "aria-hidden": "true"}, icon("reply"));
    const speaker = el("span", {class: "hidden"}, (mine ? phone.name : this.account) + "：");
    const tag = entry.source === "PUSH" ? [el("span", {class: "tag"}, "主动推送 · " + clock(entry.at))] : [];
    return el("div", {class: "message " + (mine ? "mine" : "theirs"), "data-source": entry.source, "data-kind": entry.kind},
      face, el("div", {class: "said"}, speaker, this.#bubble(entry), ...tag));
  }

  #bubble(entry) {
    switch (entry.kind) {
      case "LOCATION":
        return el("div", {class: "place"}, el("p", {}, entry.text || "我的位置"), el("p", {class: "small"}, entry.detail),
          el("div", {class: "map", "aria-hidden": "true"}, icon("pin")));
      case "PICTURE":
        return el("div", {class: "picture"}, icon("picture"), el("p", {}, entry.text || "图片"));
      case "VOICE":
        return el("div", {class: "voice"}, el("div", {class: "bubble"}, el("span", {}, entry.detail), icon("wave")),
          el("p", {class: "small"}, entry.text === "" ? "平台没有识别出文字" : "识别：" + entry.text));
      default:
        return el("div", {class: "bubble"}, ...linked(entry.text));
    }
  }

  #wireBar() {
    const say = byId("say");
    const send = byId("send");
    const grow = () => {
      const empty = say.value.trim() === "";
      send.hidden = empty;
      byId("plus").hidden = !empty;
      say.style.height = "auto";
      say.style.height = Math.min(say.scrollHeight, 112) + "px";
    };
    const submit = () => {
      const text = say.value.trim();
      if (text !== "") this.#do({action: "say", text});
      say.value = "";
      grow();
      say.focus();
    };
    say.addEventListener("input", grow);
    say.addEventListener("focus", () => this.#panels.closePanel());
    say.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        submit();
      }
    });
    byId("bar").addEventListener("submit", (event) => {
      event.preventDefault();
      submit();
    });
    byId("menu-toggle").addEventListener("click", () => this.#toggleMenu());
    byId("follow").addEventListener("click", (event) => {
      const action = event.target.dataset?.action;
      if (action === "follow") this.#do({action: "follow"});
      if (action === "scan") this.#panels.scan();
    });
    new ResizeObserver(() => this.#toEnd()).observe(byId("log"));
  }

  #toggleMenu() {
    const menu = byId("menu");
    menu.hidden = !menu.hidden;
    byId("bar").classList.toggle("menu-mode", !menu.hidden);
    const toggle = byId("menu-toggle");
    toggle.setAttribute("aria-pressed", String(!menu.hidden));
    toggle.setAttribute("aria-label", menu.hidden ? "切换到菜单" : "切换到键盘");
    toggle.replaceChildren(icon(menu.hidden ? "menu" : "keyboard"));
    this.#panels.closePanel();
  }

  #toEnd() {
    const log = byId("log");
    log.scrollTop = log.scrollHeight;
  }

  #tick() {
    byId("clock").textContent = clock(Date.now());
  }
}
