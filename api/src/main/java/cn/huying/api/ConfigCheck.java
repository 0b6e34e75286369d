package cn.huying.api;

import cn.huying.api.console.Member;
import cn.huying.api.console.Right;
import cn.huying.api.content.KnowledgeFolder;
import cn.huying.api.demo.DemoPopulation;
import cn.huying.api.settings.BroadcastSettings;
import cn.huying.api.settings.Settings;
import cn.huying.api.settings.SettingsCheck;
import cn.huying.bot.envelope.KeyFile;
import cn.huying.bot.envelope.KeyFile.KeyFileException;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.folder.GridFolder;
import cn.huying.bot.message.AppId;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Looks at every setting and every editable file the way a start would, without opening a store or a port. */
public final class ConfigCheck {
    private static final AppId NO_ACCOUNT = new AppId("wxdemo0000000000");

    private ConfigCheck() {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({Settings.class, BroadcastSettings.class})
    static class SettingsOnly {}

    /**
     * @return what works but deserves a look
     * @throws cn.huying.knowledge.load.ConfigException with everything that would refuse a start
     */
    public static List<String> run(boolean demo) {
        try (ConfigurableApplicationContext context = settingsOnly(demo)) {
            Settings settings = context.getBean(Settings.class);
            List<ConfigProblem> problems = new ArrayList<>();
            List<ConfigProblem> warnings = new ArrayList<>();
            telling(problems, () -> {
                SettingsCheck.refuseWrong(settings);
                warnings.addAll(SettingsCheck.warnings(settings));
                new DoorsConfiguration().officialAccounts(settings);
                WorkAppConfiguration.app(settings);
            });
            telling(
                    problems,
                    () -> SettingsCheck.refuseWrong(context.getBean(BroadcastSettings.class), settings.demo()));
            telling(problems, () -> SettingsCheck.refuseWrongPorts(context.getEnvironment()));
            telling(problems, () -> key(settings));
            telling(problems, () -> ContentConfiguration.ranking(settings));
            telling(problems, () -> {
                EditableFiles files = EditableFiles.load(settings);
                KnowledgeFolder knowledge = KnowledgeFolder.of(settings);
                knowledge.refuseWrong(files.taxonomy());
                warnings.addAll(knowledge.warnings());
                warnings.addAll(files.warnings());
                if (demo) {
                    DemoPopulation.read(settings.community(), files.tree(), NO_ACCOUNT);
                } else {
                    warnings.addAll(staff(settings.config(), files.tree()));
                }
            });
            if (!problems.isEmpty()) {
                throw new ConfigException(problems);
            }
            return warnings.stream().map(ConfigProblem::toString).toList();
        }
    }

    /** The settings of {@code serve}, unchecked, for verbs that need one or two of them. */
    public static Settings settings() {
        return settings(false);
    }

    /** The settings of {@code demo} or {@code serve}, as unchecked. */
    public static Settings settings(boolean demo) {
        try (ConfigurableApplicationContext context = settingsOnly(demo)) {
            return context.getBean(Settings.class);
        }
    }

    private static ConfigurableApplicationContext settingsOnly(boolean demo) {
        SpringApplication application = new SpringApplication(SettingsOnly.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        return application.run(demo ? new String[] {"--spring.profiles.active=demo"} : new String[0]);
    }

    /** The demo makes its key at its first start; one that is there must do. */
    private static void key(Settings settings) {
        if (!settings.demo() || Files.exists(settings.keyPath())) {
            KeyFile.read(settings.keyPath());
        }
    }

    /** Whether somebody of this name may approve what another one wrote. The files are read when it is asked. */
    public static Predicate<String> approvers(Settings settings) {
        return name -> ConsoleConfiguration.directory(
                        settings, GridFolder.read(settings.community()).tree())
                .find(name)
                .filter(staff -> Member.of(staff).may(Right.APPROVE_KNOWLEDGE))
                .isPresent();
    }

    private static List<ConfigProblem> staff(Path config, GridTree tree) {
        return ConsoleConfiguration.staff(config, tree).isEmpty()
                ? List.of(new ConfigProblem(
                        config.resolve("staff.yml").toString(), 0, "没有这个文件或里面没有人，谁都登录不了控制台和网格员页面", "请按 docs 里的样子写上账号"))
                : List.of();
    }

    private static void telling(List<ConfigProblem> problems, Runnable check) {
        try {
            check.run();
        } catch (ConfigException refused) {
            problems.addAll(refused.problems());
        } catch (KeyFileException refused) {
            problems.add(refused.problem());
        }
    }
}
