package cn.huying.api.worker;

import cn.huying.api.form.Posted;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * What came with a click.
 *
 * @param seen how many lines of history the page showed, so that a click on an old page is known
 * @param note how the talk with the resident went
 * @param reply what the resident reads when it is done
 * @param evidence how anybody can see that it is done
 */
record StepForm(int seen, Channel channel, String note, Ending ending, String reply, String evidence) {
    static final int LONGEST = 500;

    /** What the form cannot be sent with, by field: the words to put beside it. */
    record Flaws(String note, String reply, String evidence) {
        static final Flaws NONE = new Flaws("", "", "");

        boolean any() {
            return !equals(NONE);
        }
    }

    /** How the resident was reached. */
    enum Channel {
        PHONE("打电话"),
        VISIT("上门"),
        WECHAT("微信");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it ended. */
    enum Ending {
        FIXED("已经解决"),
        EXPLAINED("已说明情况"),
        REFERRED("已转请专业单位处理");

        private final String label;

        Ending(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String code() {
            return name();
        }
    }

    static StepForm empty(int seen) {
        return new StepForm(seen, Channel.PHONE, "", Ending.FIXED, "", "");
    }

    /** Empty for what no page of ours sends. */
    static Optional<StepForm> of(MultiValueMap<String, String> form) {
        int seen = Posted.number(form, "seen");
        Optional<Channel> channel = Stream.of(Channel.values())
                .filter(c -> c.code().equals(form.getFirst("channel")) || !form.containsKey("channel"))
                .findFirst();
        Optional<Ending> ending = Stream.of(Ending.values())
                .filter(e -> e.code().equals(form.getFirst("ending")) || !form.containsKey("ending"))
                .findFirst();
        if (seen < 0 || channel.isEmpty() || ending.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StepForm(
                seen,
                channel.get(),
                Posted.text(form, "note"),
                ending.get(),
                Posted.text(form, "reply"),
                Posted.text(form, "evidence")));
    }

    Flaws flaws(Step step) {
        return switch (step) {
            case SIGN, MISS, TAKE_UP -> Flaws.NONE;
            case CONTACT, GO_ON -> new Flaws(Posted.tooLong(note, LONGEST), "", "");
            case RESOLVE ->
                new Flaws(
                        "",
                        reply.isEmpty() ? "请写上给居民的答复" : Posted.tooLong(reply, LONGEST),
                        evidence.isEmpty() ? "请写明怎么核实的，例如“现场看过，灯已亮”" : Posted.tooLong(evidence, LONGEST));
        };
    }
}
