// One WeChat-like phone on the desk, in the hand of one of the residents.

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
  #desk;
  #root;
  #person = null;
  #panels;

  /** @param desk who knows all residents; asked to act, to change the person, to put the phone away */
  constructor(desk) {
    this.#desk = desk;
    this.#root = byId("device").content.firstElementChild.cloneNode(true);
    this.#panels = new Panels(this.#root, (action) => this.#do(action), desk.places);
    this.#wireBar();
    this.#wireTop();
    this.#part("chips").append(...CHIPS.map(([label, words]) =>
      el("button", {type: "button", title: words, onclick: () => this.#do({action: "say", text: words})}, label)));
    this.#part("menu").append(...MENU.map((key) =>
      el("button", {type: "button", onclick: () => this.#do({action: "click", key})}, key)));
    this.tick();
  }

  get root() {
    return this.#root;
  }

  get person() {
    return this.#person;
  }

  hold(person) {
    this.#person = person;
    person.unread = 0;
    this.#root.dataset.openid = person.openId;
    this.#panels.close();
    this.#part("face").className = "face tone-" + tone(person);
    this.#part("face").textContent = person.name.slice(0, 1);
    this.#part("about").textContent = person.grid ? person.grid + " · " + person.about : person.about;
    this.#part("about").title = this.#part("about").textContent;
    this.draw();
  }

  /** Whom the phone can be handed to. */
  offer(people, alone) {
    const label = (person) => person.name + (person.unread > 0 ? "（" + person.unread + " 条新消息）" : "");
    this.#part("who").replaceChildren(
      ...people.map((person) =>
        el("option", {value: person.openId, selected: person.openId === this.#person?.openId}, label(person))),
      el("option", {value: ""}, "从居民名单里选…"));
    this.#part("away").hidden = alone;
  }

  said(entry, previous) {
    this.#part("log").querySelector(".hello")?.remove();
    this.#part("log").append(...this.#lines(entry, previous));
    this.toEnd();
  }

  tick() {
    this.#part("clock").textContent = clock(Date.now());
  }

  toEnd() {
    const log = this.#part("log");
    log.scrollTop = log.scrollHeight;
  }

  draw() {
    const lines = this.#person.entries.flatMap((entry, index) => this.#lines(entry, this.#person.entries[index - 1]));
    this.#part("log").replaceChildren(...(lines.length > 0 ? lines : [this.#hello()]));
    this.title();
    this.mode();
    this.toEnd();
  }

  title() {
    this.#part("title").textContent = this.#person.busy > 0 ? "对方正在输入…" : this.#desk.account;
  }

  mode() {
    const follower = this.#person.follower;
    this.#part("follow").hidden = follower;
    this.#part("bar").hidden = !follower;
    this.#part("chips").hidden = !follower;
    if (!follower) this.#panels.closePanel();
  }

  #part(name) {
    return this.#root.querySelector(`[data-part=${name}]`);
  }

  #do(action) {
    this.#desk.act(this.#person.openId, action);
  }

  #hello() {
    const person = this.#person;
    return el("div", {class: "hello"},
      el("span", {class: "face account"}, icon("reply")),
      el("p", {class: "hello-name"}, this.#desk.account),
      el("p", {}, "这是" + person.name + "的手机。"),
      el("p", {}, person.follower ? "说说家里、楼里、小区里的事，或点下面的例子。" : "先关注公众号，或者扫一扫楼门上的二维码。"));
  }

  #lines(entry, previous) {
    const pause = !previous || new Date(entry.at) - new Date(previous.at) > QUIET;
    const time = pause ? [el("p", {class: "time"}, moment(entry.at))] : [];
    return [...time, entry.source === "NOTICE" ? el("p", {class: "notice"}, entry.text) : this.#message(entry)];
  }

  #message(entry) {
    const mine = entry.source === "RESIDENT";
    const person = this.#person;
    const face = mine ? el("span", {class: "face tone-" + tone(person), "aria-hidden": "true"}, person.name.slice(0, 1)) : el("span", {class: "face account", "aria-hidden": "true"}, icon("reply"));
    const speaker = el("span", {class: "hidden"}, (mine ? person.name : this.#desk.account) + "：");
    const tag = entry.source === "PUSH" ? [el("span", {class: "tag"}, (entry.detail || "主动推送") + " · " + clock(entry.at))] : [];
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
    const say = this.#part("say");
    const send = this.#part("send");
    const grow = () => {
      const empty = say.value.trim() === "";
      send.hidden = empty;
      this.#part("plus").hidden = !empty;
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
    this.#part("bar").addEventListener("submit", (event) => {
      event.preventDefault();
      submit();
    });
    this.#part("menu-toggle").addEventListener("click", () => this.#toggleMenu());
    this.#part("follow").addEventListener("click", (event) => {
      const action = event.target.dataset?.action;
      if (action === "follow") this.#do({action: "follow"});
      if (action === "scan") this.#panels.scan();
    });
    new ResizeObserver(() => this.toEnd()).observe(this.#part("log"));
  }

  #wireTop() {
    this.#part("who").addEventListener("change", (event) => this.#desk.hand(this, event.target.value));
    this.#part("away").addEventListener("click", () => this.#desk.putAway(this));
  }

  #toggleMenu() {
    const menu = this.#part("menu");
    menu.hidden = !menu.hidden;
    this.#part("bar").classList.toggle("menu-mode", !menu.hidden);
    const toggle = this.#part("menu-toggle");
    toggle.setAttribute("aria-pressed", String(!menu.hidden));
    toggle.setAttribute("aria-label", menu.hidden ? "切换到菜单" : "切换到键盘");
    toggle.replaceChildren(icon(menu.hidden ? "menu" : "keyboard"));
    this.#panels.closePanel();
  }
}

/** The same colour for a person wherever he or she is drawn. */
function tone(person) {
  return [...person.openId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 4;
}
