// Plays the guided tour: one step after the other, each really done, with time to read; can be paused, skipped and begun again.

import {byId, el} from "./dom.js";
import {SCRIPT} from "./script.js";

const READING = 10_000;
const PATIENCE = 25_000;
const MOST_HEARD = 3000;
const ASKED = "huying-tour";

class Ended extends Error {}

export class Tour {
  #desk;
  #heard = [];
  #waiting = [];
  #run = 0;
  #step = -1;
  #busy = false;
  #paused = false;
  #timer = 0;
  #scene = {};

  /** @param desk the views, and how to act on a phone */
  constructor(desk) {
    this.#desk = desk;
    byId("tour-start").addEventListener("click", () => this.begin());
    byId("tour-again").addEventListener("click", () => this.begin());
    byId("tour-next").addEventListener("click", () => this.#next());
    byId("tour-skip").addEventListener("click", () => this.#end());
    byId("tour-pause").addEventListener("click", () => this.#pause());
    byId("tour-bar").setAttribute("aria-valuemax", String(SCRIPT.length));
    byId("tour-bar").replaceChildren(...SCRIPT.map(() => el("span", {})));
    if (!asked()) this.#invite();
  }

  /** What the page heard of; the tour waits for some of it. */
  heard(name, data) {
    if (this.#step < 0) return;
    this.#heard.push({name, data});
    if (this.#heard.length > MOST_HEARD) this.#heard.splice(0, MOST_HEARD / 2);
    for (const waiting of [...this.#waiting]) waiting(name, data);
  }

  begin() {
    this.#stop();
    this.#run++;
    this.#heard = [];
    this.#scene = {};
    this.#paused = false;
    this.#step = -1;
    byId("tour").hidden = false;
    byId("tour").dataset.mode = "playing";
    settle();
    this.#next();
  }

  #invite() {
    byId("tour").hidden = false;
    byId("tour").dataset.mode = "inviting";
    byId("tour-step").textContent = "第一次来？";
    byId("tour-title").textContent = "两分钟，看一件事怎样办成";
    byId("tour-text").textContent = "居民报事、网格员接单办结、居民评价、政策问答、防骗广播，每一步都真的做一遍，边做边讲后台发生了什么。";
    byId("tour-next").textContent = "开始导览";
    byId("tour-skip").textContent = "不用了";
    byId("tour-pause").hidden = true;
    byId("tour-again").hidden = true;
  }

  #next() {
    if (byId("tour").dataset.mode === "inviting") {
      this.begin();
      return;
    }
    if (this.#busy) return;
    clearTimeout(this.#timer);
    if (this.#step + 1 >= SCRIPT.length) this.#end();
    else this.#play(this.#step + 1);
  }

  async #play(index) {
    const run = this.#run;
    this.#step = index;
    this.#busy = true;
    const step = SCRIPT[index];
    this.#draw(step);
    this.#state("正在进行…");
    try {
      await step.play(this.#stage(run));
      if (run !== this.#run) return;
      this.#busy = false;
      byId("tour-text").textContent = said(step.text, this.#scene);
      this.#rest();
    } catch (failure) {
      if (run !== this.#run || failure instanceof Ended) return;
      this.#busy = false;
      this.#paused = true;
      this.#state("这一步没有等到结果。开着故障开关时会这样；可以接着看下一步，或从头再来。");
    }
    this.#buttons();
  }

  #draw(step) {
    byId("tour-step").textContent = "第 " + (this.#step + 1) + " 步，共 " + SCRIPT.length + " 步";
    byId("tour-title").textContent = said(step.title, this.#scene);
    byId("tour-text").textContent = said(step.text, this.#scene);
    byId("tour-bar").setAttribute("aria-valuenow", String(this.#step + 1));
    [...byId("tour-bar").children].forEach((mark, index) => mark.classList.toggle("done", index <= this.#step));
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
    byId(step.view).classList.add("lit");
    this.#desk.show(step.view);
    this.#buttons();
  }

  #buttons() {
    const last = this.#step + 1 >= SCRIPT.length;
    byId("tour-next").textContent = last ? "看完了" : "下一步";
    byId("tour-next").disabled = this.#busy;
    byId("tour-skip").textContent = "跳过导览";
    byId("tour-skip").hidden = last;
    byId("tour-pause").hidden = last;
    byId("tour-pause").textContent = this.#paused ? "继续" : "暂停";
    byId("tour-again").hidden = false;
  }

  #rest() {
    const last = this.#step + 1 >= SCRIPT.length;
    if (last) {
      this.#state("");
      return;
    }
    this.#state(this.#paused ? "已暂停，点“继续”或“下一步”。" : "做完了，稍后自动到下一步。");
    if (!this.#paused) this.#timer = setTimeout(() => this.#next(), READING);
  }

  #pause() {
    this.#paused = !this.#paused;
    clearTimeout(this.#timer);
    if (!this.#busy) this.#rest();
    this.#buttons();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#waiting.forEach((waiting) => waiting(null));
    this.#waiting = [];
    this.#busy = false;
    for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  }

  #end() {
    this.#run++;
    this.#step = -1;
    this.#stop();
    settle();
    byId("tour").hidden = true;
    byId("tour-start").focus();
  }

  #state(words) {
    byId("tour-state").textContent = words;
  }

  /** What a step may do. Nothing of it goes on once the tour has ended or begun again. */
  #stage(run) {
    const playing = () => {
      if (run !== this.#run) throw new Ended();
    };
    return {
      scene: this.#scene,
      phones: this.#desk.phones,
      workers: this.#desk.workers,
      groups: this.#desk.groups,
      now: () => this.#heard.length,
      say: async (openId, text) => {
        playing();
        await this.#desk.act(openId, {action: "say", text});
      },
      ask: async (path, body) => {
        playing();
        const answer = await fetch("/simulator/api/" + path, body === undefined ? {} : {
          method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)});
        playing();
        if (!answer.ok) throw new Error("HTTP " + answer.status);
        return answer.json();
      },
      pause: (millis) => new Promise((done) => setTimeout(done, millis)).then(playing),
      until: (since, name, fits) => this.#until(since, name, fits),
    };
  }

  #until(since, name, fits) {
    const before = this.#heard.slice(since).find((event) => event.name === name && fits(event.data));
    if (before) return Promise.resolve(before.data);
    return new Promise((done, fail) => {
      const finish = (settled, value) => {
        clearTimeout(timer);
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        settled(value);
      };
      const waiting = (heard, data) => {
        if (heard === null) finish(fail, new Ended());
        else if (heard === name && fits(data)) finish(done, data);
      };
      const timer = setTimeout(() => finish(fail, new Error("nothing heard")), PATIENCE);
      this.#waiting.push(waiting);
    });
  }
}

function said(words, scene) {
  return typeof words === "function" ? words(scene) : words;
}

function asked() {
  try {
    return localStorage.getItem(ASKED) !== null;
  } catch {
    return false;
  }
}

/** Whoever began it or declined is not invited again. */
function settle() {
  try {
    localStorage.setItem(ASKED, "yes");
  } catch {
    // A browser that keeps nothing invites each time.
  }
}
