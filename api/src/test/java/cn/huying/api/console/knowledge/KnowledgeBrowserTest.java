package cn.huying.api.console.knowledge;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.console.Console;
import cn.huying.api.simulator.Chromium;
import cn.huying.bot.content.Objection;
import cn.huying.bot.repair.Asked;
import cn.huying.bot.repair.Unanswered;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.KnowledgeFiles;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a question nobody could answer to the answer the next resident gets, in a real browser, on a desk and on a phone. */
@Tag("browser")
@Tag("slow")
class KnowledgeBrowserTest {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Path HOME = Path.of(System.getProperty("huying.root", ".."));
    private final List<String> problems = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({"desk,1440,900", "phone,375,812"})
    void questionNobodyCouldAnswerShouldGetItsAnswerFromTwoPeople(String screen, int width, int height) {
        try (Chromium chromium = Chromium.orSkip();
                Console console = new Console();
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale("zh-CN"))) {
            fill(console);
            Page page = context.newPage();
            page.onConsoleMessage(message -> noted(message.text()));
            page.onPageError(problems::add);
            look(page, screen, console);
            write(page, screen);
            approve(page, screen, console);
            ask(page, screen, console);
            goBack(page, screen);
            assertThat(problems).as("errors in the browser").isEmpty();
        }
    }

    /** A form that comes back with its flaws is told by the browser as a failure; that one is meant. */
    private void noted(String message) {
        if (!message.contains("status of 422")) {
            problems.add(message);
        }
    }

    private static void fill(Console console) {
        List<Entry> entries = new ArrayList<>(KnowledgeFiles.load(HOME.resolve("config/knowledge")));
        entries.add(Charging.over());
        console.knows(entries.toArray(Entry[]::new));
        List<Unanswered> asked = new ArrayList<>();
        String[] others = {"老年食堂几点开饭", "社区活动室怎么预约", "〔门牌〕的快递柜什么时候修好", "老年食堂在哪里", "能不能帮忙遛狗", "小区里能摆摊吗", "老年食堂几点开饭"};
        for (int i = 0; i < others.length; i++) {
            asked.add(Asked.question(i + 1, others[i]));
        }
        for (int i = 0; i < 6; i++) {
            asked.add(Asked.question(20 + i, i % 2 == 0 ? "社区健身房办卡要多少钱" : "社区健身房怎么办卡"));
        }
        asked.add(Asked.useless(40, "充电桩谁来管电费", "ebike-charge-home"));
        console.unanswered.keep(asked).block();
    }

    private static void look(Page page, String screen, Console console) {
        signIn(page, console, "author");
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                .getByText("知识库")
                .click();
        assertThat(page.locator(".asked > li").first()).containsText("社区健身房");
        assertThat(page.locator(".times-asked b").first()).hasText("6");
        page.locator(".asked > li").first().getByText("加到已有条目").click();
        shot(page, screen, "unanswered");
        noSideways(page);
        page.locator(".tabs").getByText("条目").click();
        page.getByLabel("找").fill("押金");
        button(page, "找").click();
        assertThat(page.locator(".row-link").first()).containsText("押金");
        shot(page, screen, "entries");
        noSideways(page);
        page.locator(".row-link").first().click();
        assertThat(page.locator(".phone .bubble")).containsText("依据：");
        shot(page, screen, "entry");
        noSideways(page);
        page.locator(".brand").click();
        page.navigate(console.base() + "/console/knowledge");
    }

    private static void write(Page page, String screen) {
        page.locator(".asked > li").first().getByText("写成新条目").click();
        assertThat(page.getByLabel("标准问题")).hasValue("社区健身房办卡要多少钱");
        page.getByLabel("答案").fill("社区健身房对本社区居民免费，带身份证到居委会登记后刷卡进。");
        button(page, "提交审批").click();
        assertThat(page.locator(".flaw").first()).isVisible();
        shot(page, screen, "form-flaws");
        noSideways(page);
        page.getByLabel("居民的其他问法").fill("社区健身房怎么办卡\n健身房收费吗\n健身卡去哪办\n健身房免费吗");
        page.getByLabel("请带上").fill("身份证");
        page.getByLabel("依据").fill("向晴社区居委会《社区健身房使用须知》");
        page.getByLabel("主题").fill("社区机构与志愿服务");
        shot(page, screen, "form");
        button(page, "提交审批").click();
        assertThat(page.locator("[data-state]")).hasText("待审批");
        assertThat(page.getByText("审批通过，发布")).hasCount(0);
        button(page, "退出").click();
    }

    private static void approve(Page page, String screen, Console console) {
        signIn(page, console, "approver");
        page.navigate(console.base() + "/console/knowledge/proposals");
        shot(page, screen, "proposals");
        page.locator(".row-link").first().click();
        assertThat(page.locator(".phone .bubble")).containsText("社区健身房使用须知");
        shot(page, screen, "proposal");
        noSideways(page);
        button(page, "审批通过，发布").click();
        assertThat(page.locator("[data-state]")).hasText("已发布");
        console.knowledge.follow().block();
        page.locator(".back a").click();
        page.locator(".tabs").getByText("没答上来").click();
        assertThat(page.locator(".asked h2").filter(new Locator.FilterOptions().setHasText("社区健身房")))
                .hasCount(0);
    }

    private static void ask(Page page, String screen, Console console) {
        page.locator(".tabs").getByText("试一试").click();
        page.getByLabel("像居民那样问一句").fill("健身房收费吗？");
        button(page, "问").click();
        assertThat(page.locator("[data-band]")).hasText("直接回答");
        assertThat(page.locator(".phone .bubble")).containsText("免费");
        shot(page, screen, "try");
        noSideways(page);
        page.getByLabel("像居民那样问一句").fill("暖气费什么时候交");
        button(page, "问").click();
        assertThat(page.locator(".unserved").first()).containsText("已失效，不会答");
        shot(page, screen, "try-expired");
        console.objections.add(new Objection("golden", "考题“健身房几点关门”原来答得对，这样改就答错了"));
    }

    private static void goBack(Page page, String screen) {
        page.locator(".tabs").getByText("历次发布").click();
        shot(page, screen, "editions");
        noSideways(page);
        button(page, "撤回这一期").first().click();
        assertThat(page.locator(".notice")).containsText("已恢复");
        assertThat(page.locator(".edition").first()).containsText("撤回第 2 期");
    }

    private static void signIn(Page page, Console console, String name) {
        page.navigate(console.base() + "/console/login");
        page.getByLabel("账号").fill(name);
        page.getByLabel("密码").fill(Console.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator(".who b")).hasText(name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void noSideways(Page page) {
        Object wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        assertThat(wide).as("the page scrolls sideways").isEqualTo(false);
    }

    private static void shot(Page page, String screen, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve("knowledge-" + screen + '-' + name + ".png"))
                .setFullPage(true));
    }
}
