package cn.huying.api.simulator.community;

import cn.huying.api.simulator.community.DemoPlan.Micro;
import java.util.List;

/** Who works in the demo's community: a worker for each grid, one for the community and the subdistrict, a steward for each compound. */
final class DemoRota {
    private static final List<String> WORKERS =
            List.of("程小满", "陆采薇", "沈知远", "何念慈", "苏禾", "温如玉", "江晚舟", "方书宁", "叶知秋", "邱明朗", "顾南乔", "谢迎春", "罗一帆", "姜安然");
    private static final List<String> STEWARDS = List.of(
            "钱守田", "孙德厚", "周长河", "吴秋菊", "郑广林", "王桂芝", "冯立业", "陈秀云", "褚大山", "卫国强", "蒋春梅", "沈来福", "韩凤英", "杨万顺", "朱玉琴",
            "秦有粮", "尤小凡", "许老根");

    private final DemoPlan plan;

    DemoRota(DemoPlan plan) {
        this.plan = plan;
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder();
        yaml.append("# 演示社区的网格员、楼栋长和值班表。人名都是虚构的。\n");
        yaml.append("# id 是企业微信里的成员账号，也是登录网格员页面的账号；grid 是所在网格。\n");
        yaml.append("workers:\n");
        for (int i = 0; i < WORKERS.size(); i++) {
            worker(yaml, "worker" + (i + 1), WORKERS.get(i), DemoYaml.gridId(i));
        }
        worker(yaml, "community", "夏清和", DemoYaml.COMMUNITY);
        worker(yaml, "subdistrict", "严以宁", "tingyu");
        yaml.append("  # 楼栋长：每个小区一位，住在自己那个微网格里。不排班，卡片不会发给他们。\n");
        for (int i = 0; i < plan.compounds().size(); i++) {
            worker(
                    yaml,
                    "steward" + (i + 1),
                    STEWARDS.get(i),
                    home(plan.compounds().get(i)));
        }
        yaml.append("\n# 谁值班，谁代班（超时未接单时找代班人）。可以加 days: [SATURDAY, SUNDAY] 给某几天另排一行。\n");
        yaml.append("duty:\n");
        for (int i = 0; i < WORKERS.size(); i++) {
            int neighbour = i % 2 == 0 ? i + 1 : i - 1;
            duty(yaml, DemoYaml.gridId(i), "worker" + (i + 1), "worker" + (neighbour + 1));
        }
        duty(yaml, DemoYaml.COMMUNITY, "community", "worker1");
        duty(yaml, "tingyu", "subdistrict", "community");
        return yaml.toString();
    }

    private String home(DemoCompound compound) {
        Micro micro = plan.micros.stream()
                .filter(candidate -> candidate.compound().equals(compound))
                .findFirst()
                .orElseThrow();
        return DemoYaml.microId(micro);
    }

    private static void worker(StringBuilder yaml, String id, String name, String grid) {
        yaml.append("  - {id: " + id + ", name: " + name + ", grid: " + grid + "}\n");
    }

    private static void duty(StringBuilder yaml, String grid, String worker, String standIn) {
        yaml.append("  - {grid: " + grid + ", worker: " + worker + ", stand-in: " + standIn + "}\n");
    }
}
