package cn.huying.knowledge.index;

import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.load.YamlFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A handful of invented entries, and the project's own retrieval settings. */
public final class Sample {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Sample() {}

    static Path root() {
        return Path.of(System.getProperty("huying.root", ".."));
    }

    static RetrievalSettings settings() {
        return RetrievalSettings.load(root().resolve("config/retrieval.yml"));
    }

    static List<Entry> entries() {
        return KnowledgeFiles.of(List.of(YamlFile.of("sample.yml", SAMPLE)));
    }

    /** By the bands: the calibration belongs to the project's own entries, not to a handful of invented ones. */
    public static LuceneKnowledgeBase knowledge() {
        return LuceneKnowledgeBase.of(
                entries(), RetrievalSettings.uncalibrated(root().resolve("config/retrieval.yml")));
    }

    static Question ask(String text, String... regions) {
        return new Question(text, List.of(regions), TODAY);
    }

    private static final String SAMPLE = """
            topic: 例子
            entries:
              - id: fee-refuse
                question: 物业服务不好，可以不交物业费吗？
                variants: [物业不干活我能不交钱吗, 物业费不交会怎样, 保洁太差想拒交物业费, 物管费能不能不给]
                answer: 业主不能仅以服务不好为由拒交物业费，可以要求整改、减免或者更换物业公司。
                sources: [{law: 例法, article: 第一条}]
                region: 全国
                effective: {from: 2021-01-01}
                reviewed: 2026-11-20
              - id: fee-refuse-here
                question: 物业服务不好，可以不交物业费吗？
                variants: [本小区物业费能缓交吗, 物业不干活能少交吗, 青禾物业费减免, 物业费打折怎么申请]
                answer: 青禾社区的物业费争议，可以先到社区议事厅登记。
                sources: [{policy: 议事规则, issuer: 青禾社区}]
                region: 青禾社区
                effective: {from: 2021-01-01}
                reviewed: 2026-11-20
              - id: leak-pay
                question: 楼上漏水泡了我家，谁来赔？
                variants: [楼上漏水邻居不管怎么办, 天花板被楼上泡了谁赔, 卫生间顶滴水楼上不承认, 楼上水管爆了淹了地板]
                answer: 先止水、留证据，再谈赔偿；谈不拢可以申请人民调解。
                sources: [{law: 例法, article: 第二条}]
                region: 全国
                effective: {from: 2021-01-01}
                reviewed: 2026-11-20
              - id: residence-permit
                question: 居住证怎么办理？
                variants: [办居住证要什么材料, 居住证去哪里办, 外地人怎么申请居住证, 租房子能办居住证吗]
                answer: 带身份证和居住证明到派出所或者社区服务窗口申请。
                sources: [{law: 例法, article: 第三条}]
                region: 全国
                effective: {from: 2021-01-01}
                reviewed: 2026-11-20
              - id: ebike-charge
                question: 邻居把电动车推进楼道充电，能管吗？
                variants: [电瓶车在楼道充电找谁, 楼道里飞线充电危险, 有人把电动车停在门厅充电, 上楼充电电动车举报]
                answer: 禁止在公共门厅、楼道停放电动车或者充电，可以请物业劝阻，也可以向消防救援机构举报。
                sources: [{law: 例法, article: 第四条}]
                region: 全国
                effective: {from: 2021-01-01}
                reviewed: 2026-11-20
              - id: old-subsidy
                question: 旧家电换新有补贴吗？
                variants: [以旧换新补贴怎么领, 换冰箱国家补多少, 家电补贴还有没有, 旧空调换新补贴]
                answer: 补贴到期。
                sources: [{policy: 补贴办法, issuer: 某市商务局}]
                region: 全国
                effective: {from: 2024-01-01, until: 2025-12-31}
                reviewed: 2026-11-20
              - id: new-rule
                question: 垃圾分类新规定是什么？
                variants: [垃圾分类新规什么时候执行, 新的垃圾分类怎么分, 垃圾分类罚多少钱, 厨余垃圾新规定]
                answer: 明年起执行。
                sources: [{policy: 分类办法, issuer: 某市城管局}]
                region: 全国
                effective: {from: 2027-01-01}
                reviewed: 2026-11-20
            """;
}
