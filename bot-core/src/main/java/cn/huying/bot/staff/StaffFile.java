package cn.huying.bot.staff;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.taxonomy.Level;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code staff.yml}: accounts with hashed passwords. A file with a password anybody could read, or with an account twice, is refused
 * as a whole.
 */
public final class StaffFile {
    private static final List<String> ENCODINGS =
            List.of("{bcrypt}$2a$", "{bcrypt}$2b$", "{bcrypt}$2y$", "{argon2@SpringSecurity_v5_8}$argon2id$");
    private static final int SHORTEST_HASH = 60;

    private final YamlFile file;
    private final GridTree tree;
    private final Set<String> ids = new HashSet<>();

    private StaffFile(YamlFile file, GridTree tree) {
        this.file = file;
        this.tree = tree;
    }

    /** @throws ConfigException with everything that is wrong in it */
    public static List<Staff> load(Path path, GridTree tree) {
        return new StaffFile(YamlFile.read(path), tree).read();
    }

    static List<Staff> parse(String name, String content, GridTree tree) {
        return new StaffFile(YamlFile.of(name, content), tree).read();
    }

    private List<Staff> read() {
        file.root().onlyKeys("staff");
        List<Staff> staff = new ArrayList<>();
        for (YamlNode account : file.root().list("staff")) {
            account.onlyKeys("id", "password", "grid", "post");
            account(account).ifPresent(staff::add);
        }
        file.refuseIfBroken();
        return staff;
    }

    /** Empty when the file is going to be refused anyway. */
    private Optional<Staff> account(YamlNode node) {
        String id = node.text("id");
        if (!isName(id)) {
            node.problem("账号只能用小写字母、数字和连字符", "例如 zhang-san");
        } else if (!ids.add(id)) {
            node.problem("账号重复：" + id, "每个人一个账号，请改名或删去一条");
        }
        String secret = node.text("password");
        if (secret.length() < SHORTEST_HASH || ENCODINGS.stream().noneMatch(secret::startsWith)) {
            node.problem("password 不是密码的哈希值", "请填 {bcrypt} 加上 htpasswd -nBC 12 账号 给出的、冒号后面的部分");
        }
        Post post = node.oneOf("post", Post.class);
        Optional<Grid> grid = tree.find(new GridId(node.text("grid")));
        if (grid.isEmpty()) {
            node.problem("grid 不在组织树里：" + node.text("grid", ""), "请填 config/community 里的节点编号");
        }
        return grid.map(found -> new Staff(id, secret, found.id(), Level.at(found.level()), post));
    }

    private static boolean isName(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }
}
