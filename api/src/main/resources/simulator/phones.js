// The residents' phones side by side: who is known to the page, whose phones lie on the desk, and what arrives on them.

import {byId} from "./dom.js";
import {Phone} from "./phone.js";

const narrow = matchMedia("(max-width: 899px)");
const middling = matchMedia("(max-width: 1279px)");
const CHOSEN = "huying-phones";

export class Phones {
  account = "";
  places = {doors: [], spots: []};
  #act;
  #choose;
  #known = new Map();
  #open = [];

  /** @param choose shows the list of all residents */
  constructor(act, choose) {
    this.#act = act;
    this.#choose = choose;
    byId("add-phone").addEventListener("click", () => this.#another());
    for (const query of [narrow, middling]) query.addEventListener("change", () => this.#fit());
    setInterval(() => this.#open.forEach((phone) => phone.tick()), 10_000);
  }

  get most() {
    return narrow.matches ? 1 : middling.matches ? 2 : 3;
  }

  load(state) {
    this.account = state.account;
    Object.assign(this.places, {doors: state.doors, spots: state.spots});
    const strangers = [...this.#known.keys()].filter((id) => !state.phones.some((phone) => phone.openId === id));
    state.phones.forEach((phone) => this.#know(phone));
    strangers.forEach((id) => this.#fetch(id));
    if (this.#open.length === 0) this.#begin(state);
    this.#open.forEach((phone) => phone.hold(this.#known.get(phone.person.openId)));
    this.#offer();
  }

  act(openId, action) {
    this.#act(openId, action);
  }

  said(entry) {
    const person = this.#known.get(entry.openId);
    if (!person || person.seen.has(entry.id)) return;
    person.seen.add(entry.id);
    const previous = person.entries.at(-1);
    person.entries.push(entry);
    const phone = this.#of(entry.openId);
    if (phone) {
      phone.said(entry, previous);
    } else if (entry.source === "PUSH") {
      person.unread++;
      this.#offer();
    }
  }

  typing(openId, busy) {
    const person = this.#known.get(openId);
    if (!person) return;
    person.busy = Math.max(0, person.busy + (busy ? 1 : -1));
    this.#of(openId)?.title();
  }

  followed(openId, follower) {
    const person = this.#known.get(openId);
    if (!person) return;
    person.follower = follower;
    this.#of(openId)?.mode();
  }

  complain(openId, words) {
    this.said({id: "local-" + Math.random(), openId, at: new Date().toISOString(), source: "NOTICE", kind: "NOTICE", text: words, detail: ""});
  }

  /** The view became visible: a hidden log cannot be scrolled. */
  shown() {
    this.#open.forEach((phone) => phone.toEnd());
  }

  /** Puts somebody's phone on the desk, in place of the last one where there is no room. */
  async open(openId) {
    if (!this.#known.has(openId) && !(await this.#fetch(openId))) return;
    if (this.#of(openId)) return;
    if (this.#open.length < this.most) this.#lay(openId);
    else this.#open.at(-1).hold(this.#known.get(openId));
    this.#offer();
  }

  /** Exactly these phones, the first ones where there is no room for all. The people are already known in full. */
  stage(people) {
    people.forEach((phone) => this.#know(phone));
    const wanted = people.slice(0, this.most).map((phone) => phone.openId);
    while (this.#open.length > wanted.length) this.#open.pop().root.remove();
    wanted.forEach((id, index) => this.#open[index] ? this.#open[index].hold(this.#known.get(id)) : this.#lay(id));
    this.#offer();
  }

  /** Hands a phone to somebody else; two people who swap keep one phone each. */
  hand(phone, openId) {
    if (openId === "") {
      this.#offer();
      this.#choose();
      return;
    }
    const other = this.#of(openId);
    const before = phone.person;
    if (other && other !== phone) other.hold(before);
    phone.hold(this.#known.get(openId));
    this.#offer();
  }

  putAway(phone) {
    this.#open = this.#open.filter((other) => other !== phone);
    phone.root.remove();
    this.#offer();
    this.#open.at(-1)?.root.querySelector("select").focus();
  }

  #another() {
    const next = [...this.#known.values()].find((person) => !this.#of(person.openId));
    if (next) this.open(next.openId);
    else this.#choose();
  }

  #begin(state) {
    const kept = remembered().filter((id) => this.#known.has(id));
    const wanted = kept.length > 0 ? kept : state.phones.slice(0, 2).map((phone) => phone.openId);
    wanted.slice(0, this.most).forEach((id) => this.#lay(id));
  }

  #know(phone) {
    const before = this.#known.get(phone.openId);
    this.#known.set(phone.openId,
      {...phone, unread: before?.unread ?? 0, busy: 0, seen: new Set(phone.entries.map((entry) => entry.id))});
  }

  async #fetch(openId) {
    const response = await fetch("/simulator/api/phones/" + encodeURIComponent(openId)).catch(() => null);
    if (!response?.ok) return false;
    this.#know(await response.json());
    this.#of(openId)?.hold(this.#known.get(openId));
    this.#offer();
    return true;
  }

  #lay(openId) {
    const phone = new Phone(this);
    phone.hold(this.#known.get(openId));
    this.#open.push(phone);
    byId("phone").append(phone.root);
  }

  #of(openId) {
    return this.#open.find((phone) => phone.person.openId === openId);
  }

  #fit() {
    while (this.#open.length > this.most) this.#open.pop().root.remove();
    this.#offer();
  }

  #offer() {
    const people = [...this.#known.values()];
    this.#open.forEach((phone) => phone.offer(people, this.#open.length === 1));
    byId("add-phone").disabled = this.#open.length >= this.most;
    document.body.dataset.phones = String(this.#open.length);
    document.body.dispatchEvent(new CustomEvent("phones"));
    if (!narrow.matches) remember(this.#open.map((phone) => phone.person.openId));
  }
}

function remember(ids) {
  try {
    sessionStorage.setItem(CHOSEN, JSON.stringify(ids));
  } catch {
    // A browser that keeps nothing shows the first two phones again.
  }
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(CHOSEN) ?? "[]");
  } catch {
    return [];
  }
}
