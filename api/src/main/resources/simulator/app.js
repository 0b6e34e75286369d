// Loads the picture, keeps it up to date, and hands what happens to the three views.

import {byId, useZone} from "./dom.js";
import {Phone} from "./phone.js";
import {Groups} from "./groups.js";
import {Calls} from "./calls.js";
import {Workers} from "./workers.js";

const phone = new Phone(act);
const groups = new Groups();
const calls = new Calls();
const workers = new Workers();

async function load() {
  const response = await fetch("/simulator/api/state");
  if (!response.ok) throw new Error("HTTP " + response.status);
  const state = await response.json();
  useZone(state.zone);
  phone.load(state);
  groups.load(state.groups);
  workers.load(state.workers);
  calls.load(state.calls);
  return state.last;
}

/** Does something on a phone. What comes of it arrives with the events. */
async function act(openId, action) {
  try {
    const response = await fetch("/simulator/api/residents/" + encodeURIComponent(openId) + "/actions", {
      method: "POST",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify(action),
    });
    if (!response.ok) phone.complain(openId, "没有发出去（HTTP " + response.status + "）");
  } catch {
    phone.complain(openId, "没有发出去，服务没有回应");
  }
}

function follow(last) {
  const source = new EventSource("/simulator/events?after=" + last);
  const on = (name, take) => source.addEventListener(name, (event) => take(JSON.parse(event.data)));
  on("said", (entry) => phone.said(entry));
  on("typing", ({openId, busy}) => phone.typing(openId, busy));
  on("followed", ({openId, follower}) => phone.followed(openId, follower));
  on("posted", (post) => groups.posted(post));
  on("carded", (card) => workers.carded(card));
  on("called", (call) => calls.called(call));
  on("missed", () => load().catch(() => connection("lost", "页面没有更新，请刷新")));
  source.addEventListener("open", () => connection("open", "已连接"));
  source.addEventListener("error", () => connection("lost", "连接断开，正在重连"));
}

function connection(state, words) {
  byId("link").dataset.state = state;
  byId("link").textContent = words;
}

function show(view) {
  document.body.dataset.view = view;
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const selected = tab.dataset.view === view;
    tab.setAttribute("aria-selected", String(selected));
    tab.tabIndex = selected ? 0 : -1;
  }
  groups.visible(view === "groups");
  phone.shown();
}

function tabs() {
  const all = [...document.querySelectorAll("[role=tab]")];
  all.forEach((tab, index) => {
    tab.addEventListener("click", () => show(tab.dataset.view));
    tab.addEventListener("keydown", (event) => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (step) {
        const next = all[(index + step + all.length) % all.length];
        next.focus();
        show(next.dataset.view);
      }
    });
  });
}

async function start() {
  tabs();
  try {
    follow(await load());
  } catch {
    connection("lost", "连不上服务，五秒后再试");
    setTimeout(start, 5000);
  }
}

start();
