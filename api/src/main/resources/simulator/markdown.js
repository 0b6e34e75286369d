// The markdown WeCom's group robots understand, drawn as elements: headings, quotes, lists, bold, code, links, colours, mentions.

import {el, link} from "./dom.js";

const COLOURS = new Set(["info", "comment", "warning"]);
const INLINE = /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]*)\]\(([^)\s]+)\)|<font color="?(\w+)"?>(.*?)<\/font>|<@([\w.@-]+)>/g;

export function markdown(source) {
  const blocks = [];
  let list = null;
  for (const line of source.split("\n")) {
    const item = /^\s*(?:[-*]|\d+\.)\s+(.*)$/.exec(line);
    if (item) {
      list ??= push(blocks, el("ul"));
      list.append(el("li", {}, ...inline(item[1])));
    } else {
      list = null;
      block(blocks, line);
    }
  }
  return blocks;
}

/** Without any marks, for the preview in a list. */
export function plain(source) {
  return source
    .replace(/<[^>]*>/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^[#>\s]+/gm, "")
    .replace(/[*`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function block(blocks, line) {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading) {
    blocks.push(el("p", {class: "h h" + Math.min(heading[1].length, 4), role: "heading", "aria-level": "3"}, ...inline(heading[2])));
  } else if (line.startsWith(">")) {
    const last = blocks.at(-1);
    const quote = last?.tagName === "BLOCKQUOTE" ? last : push(blocks, el("blockquote"));
    quote.append(el("p", {}, ...inline(line.replace(/^>\s?/, ""))));
  } else if (line.trim() !== "") {
    blocks.push(el("p", {}, ...inline(line)));
  }
}

function inline(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(from, match.index), span(match));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

function span([whole, bold, code, label, address, colour, coloured, person]) {
  if (bold !== undefined) return el("strong", {}, ...inline(bold));
  if (code !== undefined) return el("code", {}, code);
  if (address !== undefined) return link(label || address, address);
  if (person !== undefined) return el("span", {class: "mention"}, "@" + person);
  if (COLOURS.has(colour)) return el("span", {class: "ink-" + colour}, ...inline(coloured));
  return whole;
}

function push(blocks, element) {
  blocks.push(element);
  return element;
}
