package cn.huying.knowledge.faq;

import cn.huying.knowledge.load.YamlNode;

/** An entry and the place it is written at, for problems found when it is compared with others. */
record WrittenEntry(Entry entry, String file, YamlNode node) {
    String place() {
        return file + " 第 " + node.line() + " 行";
    }
}
