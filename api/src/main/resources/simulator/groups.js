// The grids' WeCom groups: a list with the liveliest first, and the chosen one's messages.

import {byId, clock, el, icon, linked, moment} from "./dom.js";
import {markdown, plain} from "./markdown.js";

export class Groups {
  #books = new Map();
  #open = null;
  #chosen = false;
  #visible = false;

  constructor() {
    byId("group-back").addEventListener("click", () => {
      byId("groups").removeAttribute("data-open");
      byId("group-items").querySelector("[aria-current]")?.focus();
    });
    new ResizeObserver(() => this.#read()).observe(byId("groups"));
  }

  load(groups) {
    this.#books = new Map(groups.map((group) => [group.gridId,
      {...group, unread: 0, seen: new Set(group.posts.map((post) => post.id))}]));
    if (!this.#books.has(this.#open)) this.#open = this.#sorted()[0]?.gridId ?? null;
    this.#list();
    this.#pane();
  }

  posted(post) {
    const book = this.#books.get(post.gridId);
    if (!book || book.seen.has(post.id)) return;
    book.seen.add(post.id);
    book.posts.push(post);
    book.unread++;
    if (!this.#chosen) {
      this.#open = post.gridId;
      if (this.#visible) byId("groups").dataset.open = "";
    }
    if (post.gridId === this.#open) this.#pane();
    this.#read();
  }

  /** Opens a grid's group. */
  look(gridId) {
    if (!this.#books.has(gridId)) return;
    this.#open = gridId;
    byId("groups").dataset.open = "";
    this.#pane();
    this.#read();
  }

  /** The groups are one of several views. */
  visible(visible) {
    this.#visible = visible;
    this.#read();
    byId("posts").scrollTop = byId("posts").scrollHeight;
  }

  #seen() {
    return byId("posts").offsetParent !== null;
  }

  #read() {
    const book = this.#books.get(this.#open);
    if (book && this.#seen()) book.unread = 0;
    this.#list();
  }

  #sorted() {
    const newest = (book) => book.posts.at(-1)?.id ?? 0;
    return [...this.#books.values()].sort((a, b) => newest(b) - newest(a));
  }

  #list() {
    const books = this.#sorted();
    const lively = books.filter((book) => book.posts.length > 0).length;
    byId("groups-count").textContent = lively === 0 ? books.length + " 个群" : lively + " / " + books.length + " 个有消息";
    const focused = document.activeElement?.dataset?.grid;
    byId("group-items").replaceChildren(...books.map((book) => this.#item(book)));
    if (focused) byId("group-items").querySelector(`[data-grid="${CSS.escape(focused)}"]`)?.focus();
    const unread = books.reduce((sum, book) => sum + book.unread, 0);
    byId("groups-unread").hidden = unread === 0;
    byId("groups-unread").textContent = String(unread);
  }

  #item(book) {
    const newest = book.posts.at(-1);
    const badge = book.unread > 0
      ? [el("span", {class: "badge"}, String(book.unread), el("span", {class: "hidden"}, "条未读"))] : [];
    return el("li", {}, el("button", {
      type: "button", "data-grid": book.gridId, "aria-current": book.gridId === this.#open ? "true" : false,
      class: newest ? "" : "quiet",
      onclick: () => this.#choose(book.gridId),
    },
      el("span", {class: "crest", "aria-hidden": "true"}, crest(book.name)),
      el("span", {class: "name"}, book.name),
      el("span", {class: "when"}, newest ? clock(newest.at) : ""),
      el("span", {class: "preview"}, newest ? plain(newest.content) : "还没有消息"),
      ...badge));
  }

  #choose(gridId) {
    this.#chosen = true;
    this.#open = gridId;
    byId("groups").dataset.open = "";
    this.#pane();
    this.#read();
    if (byId("group-back").offsetParent) byId("group-back").focus();
  }

  #pane() {
    const book = this.#books.get(this.#open);
    byId("group-title").textContent = book?.name ?? "没有群";
    const posts = book?.posts ?? [];
    byId("posts").replaceChildren(...(posts.length > 0 ? posts.map((post) => this.#post(post)) : [quiet()]));
    byId("posts").scrollTop = byId("posts").scrollHeight;
  }

  #post(post) {
    const words = post.format === "MARKDOWN" ? markdown(post.content) : linked(post.content);
    return el("article", {class: "post"},
      el("span", {class: "face robot", "aria-hidden": "true"}, icon("robot")),
      el("div", {},
        el("p", {class: "author"}, "呼应", el("span", {class: "bot"}, "机器人"), el("time", {datetime: post.at}, moment(post.at))),
        el("div", {class: "words " + post.format.toLowerCase()}, ...words)));
  }
}

function quiet() {
  return el("div", {class: "empty"}, icon("robot"),
    el("p", {}, "这个群还没有消息"), el("p", {}, "居民的诉求派到这个网格后，机器人会在这里通知网格员。"));
}

/** Two characters that tell a grid from the others: its number when the name has one. */
function crest(name) {
  const number = /[0-9]+|[一二三四五六七八九十]+(?=网格|片)/.exec(name);
  return number ? number[0] : name.slice(0, 2);
}
