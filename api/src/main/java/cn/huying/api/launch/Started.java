package cn.huying.api.launch;

import cn.huying.api.settings.Settings;
import cn.huying.api.settings.SettingsCheck;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;

/** What the operator reads once the program runs. */
final class Started {
    private Started() {}

    static void tell(ConfigurableApplicationContext context) {
        Settings settings = context.getBean(Settings.class);
        String port = context.getEnvironment().getProperty("local.server.port", "?");
        double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
        String where = "http://localhost:" + port;
        System.out.printf(Locale.ROOT, "呼应已启动，用时 %.1f 秒：%s%n", seconds, where);
        if (settings.demo()) {
            System.out.println("  模拟器      " + where + "/simulator");
            System.out.println(
                    "  网格员      " + where + "/worker （账号 worker1–worker14、community、subdistrict，密码 huying-demo）");
            System.out.println(
                    "  控制台      " + where
                            + "/console （账号 dispatcher、community、subdistrict、author、approver、admin、security、auditor，密码 huying-demo）");
            System.out.println("  终端对话    ./huying chat");
        }
        SettingsCheck.warnings(settings).forEach(warning -> System.out.println("  提醒        " + warning));
        System.out.println("  就绪检查    http://127.0.0.1:"
                + context.getEnvironment().getProperty("local.management.port", "?") + "/actuator/health/readiness");
        System.out.flush();
    }
}
