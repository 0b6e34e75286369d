// What hides behind the phone's plus: the tiles, and the sheets that ask for what a tile needs.

import {byId, el, icon} from "./dom.js";

const LONGEST_LIST = 60;
const PICTURES = ["楼道里堆的杂物", "破损的井盖", "下水道冒水", "不亮的路灯"];

export class Panels {
  #act;
  #doors = [];
  #spots = [];
  #opener = null;

  constructor(act) {
    this.#act = act;
    const tiles = [
      ["pin", "发送位置", () => this.#locate()],
      ["scan", "扫楼门码", () => this.scan()],
      ["picture", "图片", () => this.#picture()],
      ["voice", "语音", () => this.#voice()],
      ["again", "重发上一条", () => this.#finish({action: "again"})],
      ["heart", "取消关注", () => this.#finish({action: "unfollow"})],
    ];
    byId("panel").append(...tiles.map(([name, label, open]) =>
      el("button", {type: "button", onclick: open}, el("span", {class: "tile"}, icon(name)), label)));
    byId("plus").addEventListener("click", () => this.#togglePanel());
    byId("sheet-close").addEventListener("click", () => this.close());
    byId("screen").addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  load(doors, spots) {
    this.#doors = doors;
    this.#spots = spots;
  }

  close() {
    const open = !byId("sheet").hidden;
    byId("sheet").hidden = true;
    this.closePanel();
    if (open) this.#opener?.focus();
  }

  closePanel() {
    byId("panel").hidden = true;
    byId("plus").setAttribute("aria-expanded", "false");
  }

  scan() {
    const choose = (door) => this.#finish({action: "scan", scene: door.scene});
    this.#search("扫楼门码", "找楼栋，例如 幸福里3栋", this.#doors, "scan", (door) => door.scene, choose);
  }

  #locate() {
    const choose = (spot) =>
      this.#finish({action: "locate", latitude: spot.latitude, longitude: spot.longitude, label: spot.name});
    this.#search("发送位置", "找地点", this.#spots, "pin",
      (spot) => spot.latitude.toFixed(5) + ", " + spot.longitude.toFixed(5), choose);
  }

  #picture() {
    this.#sheet("发送图片", el("div", {class: "rows"}, ...PICTURES.map((title) =>
      el("button", {type: "button", onclick: () => this.#finish({action: "show", title})},
        icon("picture"), el("span", {}, title)))));
  }

  #voice() {
    const words = el("textarea", {id: "voice-words", rows: "3", maxlength: "300", placeholder: "楼上漏水，把我家天花板泡了"});
    const form = el("form", {class: "fields"},
      el("label", {for: "voice-words"}, "平台识别出的文字（可以留空，真实平台也常常没有）"), words,
      el("button", {type: "submit", class: "primary"}, "发送语音"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const recognition = words.value.trim();
      const length = Math.min(60, Math.max(2, Math.ceil(recognition.length / 4)));
      this.#finish({action: "speak", recognition, seconds: length});
    });
    this.#sheet("发送语音", form);
  }

  #search(title, hint, all, symbol, small, choose) {
    const rows = el("div", {class: "rows"});
    const draw = (wanted) => {
      const found = all.filter((one) => matches(one.name + " " + small(one), wanted)).slice(0, LONGEST_LIST);
      rows.replaceChildren(...found.map((one) =>
        el("button", {type: "button", onclick: () => choose(one)},
          icon(symbol), el("span", {}, one.name), el("span", {class: "small"}, small(one)))));
      if (found.length === 0) rows.append(el("p", {class: "empty"}, "没有找到"));
    };
    const box = el("input", {type: "search", placeholder: hint, "aria-label": hint, oninput: () => draw(box.value.trim())});
    draw("");
    this.#sheet(title, box, rows);
  }

  #sheet(title, ...content) {
    this.#opener = byId("plus").offsetParent ? byId("plus") : byId("follow").querySelector("button");
    this.closePanel();
    byId("sheet-title").textContent = title;
    byId("sheet-body").replaceChildren(...content);
    byId("sheet").hidden = false;
    byId("sheet").querySelector("input, textarea, .rows button")?.focus();
  }

  #finish(action) {
    this.#act(action);
    this.close();
  }

  #togglePanel() {
    const panel = byId("panel");
    panel.hidden = !panel.hidden;
    byId("plus").setAttribute("aria-expanded", String(!panel.hidden));
  }
}

/** Whether the wanted characters and whole numbers occur in this order: 幸福里3栋 finds 幸福里小区3栋, but not 31栋. */
function matches(name, wanted) {
  const have = pieces(name);
  let from = 0;
  for (const piece of pieces(wanted)) {
    const at = have.indexOf(piece, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function pieces(text) {
  return text.toLowerCase().match(/\d+|[^\d\s]/gu) ?? [];
}
