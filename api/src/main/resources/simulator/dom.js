// Builds elements without ever parsing text as HTML.

const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

/** el("p", {class: "x", onclick: f}, "text", child, ...) */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children);
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", "#i-" + name);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** Plain text in which http(s) addresses are links and request numbers are not broken over two lines. */
export function linked(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[\w.~:/?#[\]@!$&'*+,;=%-]+|HY\d{8}-\d+/g)) {
    const number = match[0].startsWith("HY");
    parts.push(text.slice(from, match.index), number ? el("span", {class: "number"}, match[0]) : link(match[0], match[0]));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** A link that opens elsewhere; an address that is neither http(s) nor of this site is shown as text. */
export function link(label, address) {
  const allowed = /^https?:\/\//i.test(address) || (address.startsWith("/") && !address.startsWith("//"));
  return allowed ? el("a", {href: address, target: "_blank", rel: "noopener noreferrer"}, label) : label;
}

let clockFormat = new Intl.DateTimeFormat("zh-CN", {hour: "2-digit", minute: "2-digit", hourCycle: "h23"});
let secondsFormat = new Intl.DateTimeFormat("zh-CN", {timeStyle: "medium", hourCycle: "h23"});
let dayFormat = new Intl.DateTimeFormat("zh-CN", {month: "long", day: "numeric"});

export function useZone(zone) {
  clockFormat = new Intl.DateTimeFormat("zh-CN", {hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone});
  secondsFormat = new Intl.DateTimeFormat("zh-CN",
    {hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: zone});
  dayFormat = new Intl.DateTimeFormat("zh-CN", {month: "long", day: "numeric", timeZone: zone});
}

export const clock = (instant) => clockFormat.format(new Date(instant));
export const seconds = (instant) => secondsFormat.format(new Date(instant));

/** 今天 14:05, or with the day in front when it is another one. */
export function moment(instant) {
  const day = dayFormat.format(new Date(instant));
  return day === dayFormat.format(new Date()) ? clock(instant) : day + " " + clock(instant);
}
