// Everybody who told the account where he or she lives, a page at a time; any of them can be handed a phone.

import {byId, el} from "./dom.js";

const PAUSE = 250;

export class People {
  #open;
  #page = 0;
  #loaded = false;
  #asked = 0;
  #timer = 0;

  constructor(open) {
    this.#open = open;
    byId("people-back").addEventListener("click", () => this.#turn(-1));
    byId("people-on").addEventListener("click", () => this.#turn(1));
    byId("people-find").addEventListener("submit", (event) => event.preventDefault());
    byId("people-words").addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#first(), PAUSE);
    });
  }

  load(state) {
    byId("people-count").textContent = state.settled + " 人";
  }

  /** The list is fetched when it is first looked at. */
  shown() {
    if (!this.#loaded) this.#fetch();
  }

  #first() {
    this.#page = 0;
    this.#fetch();
  }

  #turn(step) {
    this.#page += step;
    this.#fetch();
  }

  async #fetch() {
    const asked = ++this.#asked;
    const words = encodeURIComponent(byId("people-words").value.trim());
    const response = await fetch("/simulator/api/people?page=" + this.#page + "&words=" + words).catch(() => null);
    if (asked !== this.#asked) return;
    if (!response?.ok) {
      byId("people-rows").replaceChildren(el("li", {class: "empty"}, "名单没有取到，稍后再试。"));
      return;
    }
    this.#loaded = true;
    this.#draw(await response.json());
  }

  #draw(list) {
    this.#page = list.page;
    byId("people-count").textContent = list.matching + " 人";
    byId("people-page").textContent = "第 " + (list.page + 1) + " / " + list.pages + " 页";
    byId("people-back").disabled = list.page === 0;
    byId("people-on").disabled = list.page + 1 >= list.pages;
    byId("people-rows").replaceChildren(...(list.people.length > 0
      ? list.people.map((person) => this.#row(person))
      : [el("li", {class: "empty"}, "没有找到")]));
    byId("people-rows").scrollTop = 0;
  }

  #row(person) {
    const lines = person.messages > 0 ? " · " + person.messages + " 条消息" : "";
    return el("li", {},
      el("span", {class: "name"}, person.name),
      el("span", {class: "home"}, person.about),
      el("span", {class: "grid"}, person.grid + (person.follower ? "" : " · 已取消关注") + lines),
      el("button", {type: "button", class: "lean", "aria-label": "打开" + person.name + "的手机", onclick: () => this.#open(person.openId)}, "打开手机"));
  }
}
