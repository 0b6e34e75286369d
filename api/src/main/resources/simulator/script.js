// The steps of the guided tour: what is shown, what is really done, and in plain words what goes on behind it.

const replied = (openId) => (entry) => entry.openId === openId && entry.source === "REPLY";
const pushed = (openId, words) => (entry) =>
  entry.openId === openId && entry.source === "PUSH" && entry.text.includes(words);
const names = (number) => (card) => card.facts.some((fact) => fact.value === number) || JSON.stringify(card).includes(number);

/** Says something on a resident's phone and waits for the answer. */
async function talk(stage, person, words) {
  const since = stage.now();
  await stage.say(person.openId, words);
  return stage.until(since, "said", replied(person.openId));
}

async function tap(stage, key) {
  const {card} = stage.scene;
  const since = stage.now();
  await stage.ask("workers/" + encodeURIComponent(card.worker) + "/taps", {task: card.task, key});
  stage.scene.card = await stage.until(since, "carded", (next) => next.task === card.task && next.worker === card.worker);
}

const firstPart = (scene) => scene.resident ? scene.resident.name : "居民";

export const SCRIPT = [
  {
    view: "phone",
    title: (scene) => scene.grid ? "两位住在" + scene.grid + "的居民" : "请两位居民上场",
    text: (scene) => (scene.resident ? "左边是" + scene.resident.name + "，另一位是邻居" + scene.neighbour.name + "，都登记过住址。" : "")
      + "下面每一步都是真的：手机上的话按微信的方式加密签名，发到公众号回调；网格员和平台那一头，是内置的模拟平台。",
    async play(stage) {
      const cast = await stage.ask("tour", {});
      Object.assign(stage.scene, cast);
      stage.phones.stage([cast.resident, cast.neighbour]);
    },
  },
  {
    view: "phone",
    title: (scene) => firstPart(scene) + "报事",
    text: "收到后先验签、解密、存档，断电也不丢；再查话里有没有危险；然后判断是哪一类事。住址登记过，“我家”就够了，所以只请居民确认一遍。",
    play: (stage) => talk(stage, stage.scene.resident, "我家厨房下水道堵了，污水往外冒"),
  },
  {
    view: "phone",
    title: "确认，拿到编号",
    text: (scene) => "编号" + (scene.number ? " " + scene.number + " " : "") + "给了居民，就说明诉求已经写进存储。同一条消息再推送几次，也只会有这一件。",
    async play(stage) {
      const entry = await talk(stage, stage.scene.resident, "确认");
      const number = /HY\d{8}-\d+/.exec(entry.text);
      if (!number) throw new Error("no number");
      stage.scene.number = number[0];
    },
  },
  {
    view: "workers",
    title: "派到网格，卡片送到值班的人",
    text: (scene) => "派单规则按类别和地点选出该管的网格，查值班表，把卡片发到" + (scene.worker ?? "值班网格员")
      + "的手机，同时通知网格群。群里只有编号、类别和楼栋，没有门牌和电话。",
    async play(stage) {
      const card = await stage.until(0, "carded", names(stage.scene.number));
      stage.scene.card = card;
      stage.scene.worker = stage.workers.look(card.worker);
      await stage.until(0, "posted", (post) => post.gridId === stage.scene.gridId && post.content.includes(stage.scene.number));
      stage.groups.look(stage.scene.gridId);
    },
  },
  {
    view: "workers",
    title: (scene) => (scene.worker ?? "网格员") + "点“接单”",
    text: "点一下按钮，平台把加密的点击事件推给呼应。谁先点就是谁的，后点的人会被告知已经有人接了。居民马上收到“有人接手”的消息。",
    async play(stage) {
      const since = stage.now();
      await tap(stage, "sign");
      await stage.until(since, "said", pushed(stage.scene.resident.openId, ""));
    },
  },
  {
    view: "workers",
    title: "联系居民",
    text: "联系过才能办结，这是流程里的硬规定。超过时限没联系，会先提醒、再亮黄灯红灯、最后由上一级接手。",
    play: (stage) => tap(stage, "contact"),
  },
  {
    view: "phone",
    title: "办结，附上答复和凭证",
    text: "卡片上的“办结”打开网格员页面，填写答复和凭证才算数。导览替网格员提交这一次，走的是同一个操作。居民收到答复，并被请去评价。",
    async play(stage) {
      const since = stage.now();
      stage.scene.ended = await stage.ask("tour/resolve", {worker: stage.scene.card.worker, number: stage.scene.number});
      await stage.until(since, "said", pushed(stage.scene.resident.openId, "疏通"));
    },
  },
  {
    view: "phone",
    title: (scene) => firstPart(scene) + "评价",
    text: "回复“11”就是解决了、满意。居民说满意才真正了结；说没解决，会回到网格返工，再不行升级到街道。七天没有评价，系统按规定结案，并记成“未评价”。",
    play: (stage) => talk(stage, stage.scene.resident, "11"),
  },
  {
    view: "phone",
    title: (scene) => (scene.neighbour?.name ?? "邻居") + "问政策",
    text: "答案来自核对过的知识库，写明出处。拿得准才直接回答，拿不太准就给几个选择，不知道就老实说不知道，并问要不要登记给社区。",
    async play(stage) {
      const {neighbour, resident} = stage.scene;
      stage.phones.stage([neighbour, resident]);
      await talk(stage, neighbour, "物业服务不好，我可以不交物业费吗？");
    },
  },
  {
    view: "calls",
    title: "社区起草一条防骗提醒",
    text: (scene) => "拟稿人写好内容、选定" + (scene.grid ?? "网格") + "，提交审批。写的人不能批自己的，内容改一个字都要重新批。控制台的“广播”页里现在能看到它。",
    async play(stage) {
      stage.scene.draft = await stage.ask("tour/broadcasts", {gridId: stage.scene.gridId});
    },
  },
  {
    view: "phone",
    title: "另一个人审批，消息推送到手机",
    text: (scene) => "批准那一刻名单就定下来，每人一行，谁也不会收到两遍。群发一批一个编号，断线重试平台也认得出。"
      + (scene.sending ? "这次名单上 " + scene.sending.recipients + " 个，已送达 " + scene.sending.delivered + " 个，没送到 "
        + scene.sending.failed + " 个，结果不明 " + scene.sending.unknown + " 个。" : ""),
    async play(stage) {
      const since = stage.now();
      const path = "tour/broadcasts/" + encodeURIComponent(stage.scene.draft.id);
      await stage.ask(path + "/approve", {});
      await stage.until(since, "mass", () => true);
      await stage.until(since, "said", pushed(stage.scene.neighbour.openId, "骗"));
      for (let tries = 0; tries < 40; tries++) {
        stage.scene.sending = await stage.ask(path);
        if (stage.scene.sending.over && stage.scene.sending.accepted === 0) break;
        await stage.pause(500);
      }
    },
  },
  {
    view: "groups",
    title: "网格群也收到了，这一趟走完了",
    text: (scene) => "刚才的诉求 " + (scene.number ?? "") + " 和广播都留在控制台（/console，账号 dispatcher、approver，密码 huying-demo）。"
      + "想看出毛病时会怎样，去“故障”页拨一个开关，再报一件事。",
    async play() {},
  },
];
