// What hides behind the phone's plus: the tiles, and the sheets that ask for what a tile needs.

import {el, icon} from "./dom.js";

const LONGEST_LIST = 60;
const PICTURES = ["楼道里堆的杂物", "破损的井盖", "下水道冒水", "不亮的路灯"];

export class Panels {
  #root;
  #act;
  #places;
  #opener = null;

  constructor(root, act, places) {
    this.#root = root;
    this.#act = act;
    this.#places = places;
    const tiles = [
      ["pin", "发送位置", () => this.#locate()],
      ["scan", "扫楼门码", () => this.scan()],
      ["picture", "图片", () => this.#picture()],
      ["voice", "语音", () => this.#voice()],
      ["again", "重发上一条", () => this.#finish({action: "again"})],
      ["heart", "取消关注", () => this.#finish({action: "unfollow"})],
    ];
    this.#part("panel").append(...tiles.map(([name, label, open]) =>
      el("button", {type: "button", onclick: open}, el("span", {class: "tile"}, icon(name)), label)));
    this.#part("plus").addEventListener("click", () => this.#togglePanel());
    this.#part("sheet-close").addEventListener("click", () => this.close());
    this.#part("screen").addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  #part(name) {
    return this.#root.querySelector(`[data-part=${name}]`);
  }

  close() {
    const open = !this.#part("sheet").hidden;
    this.#part("sheet").hidden = true;
    this.closePanel();
    if (open) this.#opener?.focus();
  }

  closePanel() {
    this.#part("panel").hidden = true;
    this.#part("plus").setAttribute("aria-expanded", "false");
  }

  scan() {
    const choose = (door) => this.#finish({action: "scan", scene: door.scene});
    this.#search("扫楼门码", "找楼栋，例如 幸福里3栋", this.#places.doors, "scan", (door) => door.scene, choose);
  }

  #locate() {
    const choose = (spot) =>
      this.#finish({action: "locate", latitude: spot.latitude, longitude: spot.longitude, label: spot.name});
    this.#search("发送位置", "找地点", this.#places.spots, "pin",
      (spot) => spot.latitude.toFixed(5) + ", " + spot.longitude.toFixed(5), choose);
  }

  #picture() {
    this.#sheet("发送图片", el("div", {class: "rows"}, ...PICTURES.map((title) =>
      el("button", {type: "button", onclick: () => this.#finish({action: "show", title})},
        icon("picture"), el("span", {}, title)))));
  }

  #voice() {
    const words = el("textarea", {rows: "3", maxlength: "300", placeholder: "楼上漏水，把我家天花板泡了"});
    const form = el("form", {class: "fields"},
      el("label", {}, "平台识别出的文字（可以留空，真实平台也常常没有）", words),
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
    this.#opener = this.#part("plus").offsetParent ? this.#part("plus") : this.#part("follow").querySelector("button");
    this.closePanel();
    this.#part("sheet-title").textContent = title;
    this.#part("sheet").setAttribute("aria-label", title);
    this.#part("sheet-body").replaceChildren(...content);
    this.#part("sheet").hidden = false;
    this.#part("sheet").querySelector("input, textarea, .rows button")?.focus();
  }

  #finish(action) {
    this.#act(action);
    this.close();
  }

  #togglePanel() {
    const panel = this.#part("panel");
    panel.hidden = !panel.hidden;
    this.#part("plus").setAttribute("aria-expanded", String(!panel.hidden));
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
