// Draws the picture the page came with, keeps it up to date, and hands what happens to the views.

import {byId, useZone} from "./dom.js";
import {Phones} from "./phones.js";
import {Groups} from "./groups.js";
import {Calls} from "./calls.js";
import {Workers} from "./workers.js";
import {People} from "./people.js";
import {Faults} from "./faults.js";
import {Tour} from "./tour.js";

const narrow = matchMedia("(max-width: 899px)");
const middling = matchMedia("(max-width: 1279px)");

const phones = new Phones(act, () => show("people"));
const groups = new Groups();
const calls = new Calls();
const workers = new Workers();
const people = new People((openId) => {
  phones.open(openId);
  if (narrow.matches) show("phone");
});
const faults = new Faults();
const tour = new Tour({phones, workers, groups, act, show});

function draw(state) {
  useZone(state.zone);
  phones.load(state);
  groups.load(state.groups);
  workers.load(state.workers);
  calls.load(state.calls);
  people.load(state);
  faults.load(state.faults);
  return state.last;
}

async function load() {
  const response = await fetch("/simulator/api/state");
  if (!response.ok) throw new Error("HTTP " + response.status);
  return draw(await response.json());
}

/** Does something on a phone. What comes of it arrives with the events. */
async function act(openId, action) {
  try {
    const response = await fetch("/simulator/api/residents/" + encodeURIComponent(openId) + "/actions", {
      method: "POST",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify(action),
    });
    if (!response.ok) phones.complain(openId, "没有发出去（HTTP " + response.status + "）");
  } catch {
    phones.complain(openId, "没有发出去，服务没有回应");
  }
}

function follow(last) {
  const source = new EventSource("/simulator/events?after=" + last);
  const on = (name, take) => source.addEventListener(name, (event) => {
    const data = JSON.parse(event.data);
    take(data);
    tour.heard(name, data);
  });
  on("said", (entry) => phones.said(entry));
  on("typing", ({openId, busy}) => phones.typing(openId, busy));
  on("followed", ({openId, follower}) => phones.followed(openId, follower));
  on("posted", (post) => groups.posted(post));
  on("carded", (card) => workers.carded(card));
  on("called", (call) => calls.called(call));
  on("switched", (fault) => faults.switched(fault));
  on("mass", () => {});
  on("missed", () => load().catch(() => connection("lost", "页面没有更新，请刷新")));
  source.addEventListener("open", () => connection("open", "已连接"));
  source.addEventListener("error", () => connection("lost", "连接断开，正在重连"));
}

function connection(state, words) {
  byId("link").dataset.state = state;
  byId("link").textContent = words;
}

/** The phones are always there on a desk, and the worker's as well where there is room for it. */
function fitting(view) {
  if (view === "phone" && !narrow.matches) return "groups";
  const aside = !middling.matches && Number(document.body.dataset.phones) < 3;
  return view === "workers" && aside ? "groups" : view;
}

function show(wanted) {
  const view = fitting(wanted);
  document.body.dataset.view = view;
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const selected = tab.dataset.view === view;
    tab.setAttribute("aria-selected", String(selected));
    tab.tabIndex = selected ? 0 : -1;
  }
  groups.visible(view === "groups");
  phones.shown();
  if (view === "people") people.shown();
}

function tabs() {
  const all = [...document.querySelectorAll("[role=tab]")];
  for (const tab of all) {
    tab.addEventListener("click", () => show(tab.dataset.view));
    tab.addEventListener("keydown", (event) => {
      const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (!step) return;
      const seen = all.filter((other) => other.offsetParent);
      const next = seen[(seen.indexOf(tab) + step + seen.length) % seen.length];
      next.focus();
      show(next.dataset.view);
    });
  }
  const again = () => show(document.body.dataset.view);
  for (const query of [narrow, middling]) query.addEventListener("change", again);
  document.body.addEventListener("phones", again);
}

function start() {
  tabs();
  const last = draw(JSON.parse(byId("picture").textContent));
  show(narrow.matches ? "phone" : "groups");
  follow(last);
}

start();
