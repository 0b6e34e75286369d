package cn.huying.bot.grid.folder;

import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.util.Optional;
import java.util.OptionalInt;

/** A value in a file of the community's folder, which remembers where it stands so that later checks can point at it. */
record Entry(YamlFile file, YamlNode node) {
    private static final int LONGEST_ID = 40;

    Entry at(YamlNode child) {
        return new Entry(file, child);
    }

    void problem(String reason, String mend) {
        node.problem(reason, mend);
    }

    ConfigProblem warning(String reason, String mend) {
        return new ConfigProblem(file.name(), node.line(), reason, mend);
    }

    /** An id as it may stand in a QR scene: lower-case letters, digits and hyphens. */
    String id(String key) {
        String id = node.text(key);
        boolean clean = id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
        if (!clean || id.length() > LONGEST_ID) {
            problem(key + " 的写法有误：" + id, "只能用小写字母、数字和短横线，不超过 " + LONGEST_ID + " 个字符");
        }
        return id;
    }

    boolean flag(String key, boolean otherwise) {
        Optional<String> value = node.at(key).map(YamlNode::asText);
        if (value.isPresent() && !value.get().equals("true") && !value.get().equals("false")) {
            problem(key + " 的取值不认识：" + value.get(), "只能写 true 或 false");
        }
        return value.map(Boolean::parseBoolean).orElse(otherwise);
    }

    OptionalInt count(String key) {
        if (node.at(key).isEmpty()) {
            return OptionalInt.empty();
        }
        int count = node.number(key);
        if (count < 0) {
            problem(key + " 不能是负数：" + count, "请写成 0 或以上的整数");
        }
        return OptionalInt.of(count);
    }
}
