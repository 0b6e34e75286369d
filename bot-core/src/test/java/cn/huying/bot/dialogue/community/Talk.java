package cn.huying.bot.dialogue.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.dialogue.Conversation;
import cn.huying.bot.dialogue.ConversationStore.Claimed;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.PassiveText;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import cn.huying.bot.request.ServiceRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * One resident's conversation, played message by message. Every message is handled three times: once by a process that dies before it
 * wrote the conversation, once to the end, once more as a repeated delivery. The three must say the same, and do it once.
 */
public final class Talk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ALL = 1_000;
    private static final int LONGEST_SHOWN = 300;

    private final Sender sender;
    private final List<String> transcript = new ArrayList<>();
    private Community community;
    private int messages;
    private Reply last = new Reply.Silence();

    Talk(Community community, Sender sender) {
        this.community = community;
        this.sender = sender;
    }

    /** The conversation where something that is not told here has led it. */
    Talk waitingAt(Step step) {
        Claimed claimed = get(community
                .stores
                .conversations()
                .claim(
                        sender,
                        InboxId.ofMessage(sender, "before"),
                        community.clock.instant().plus(PATIENCE)));
        assertThat(get(community
                        .stores
                        .conversations()
                        .save(claimed, step, new Reply.Silence(), community.clock.instant())))
                .isTrue();
        transcript.add("（此前）" + step);
        return this;
    }

    public Talk says(String words) {
        return sends(origin -> new InboundMessage.Text(origin, words));
    }

    public Talk speaks(String recognition) {
        return sends(origin -> new InboundMessage.Voice(origin, "media", recognition));
    }

    Talk scans(String scene) {
        return sends(origin -> new InboundMessage.Scanned(origin, scene));
    }

    Talk follows(String scene) {
        return sends(origin -> new InboundMessage.Subscribed(origin, scene));
    }

    Talk pointsAt(double latitude, double longitude) {
        return sends(origin -> new InboundMessage.Location(origin, latitude, longitude, ""));
    }

    /** Sends any kind of message. */
    public Talk sends(Function<Origin, InboundMessage> kind) {
        community.clock.pass(Duration.ofSeconds(10));
        InboxId id = InboxId.ofMessage(sender, Integer.toString(++messages));
        InboundMessage message = kind.apply(new Origin(id, sender, "gh_huyingdemo01", community.clock.instant()));
        transcript.add("居民：" + told(message));
        List<ServiceRequest> before = requests();
        Optional<Turn> plain =
                community.dialogue.plainTurn(message, conversation()).blockOptional();
        assertThat(requests()).as("%s%n没有后果", this).isEqualTo(before);
        Turn died = get(community.dialogue.respond(message, conversation()));
        plain.ifPresent(turn -> assertThat(requests()).as("%s%n没有后果", this).isEqualTo(before));
        int requests = requests().size();
        last = get(community.receptionist.receive(message));
        transcript.add("呼应：" + (last instanceof Reply.Text(String text) ? text : "（不作声）"));
        assertThat(last).as("%s%n先前（未写完）的回复", this).isEqualTo(died.reply());
        assertThat(step()).as("%s", this).isEqualTo(died.next());
        plain.ifPresent(turn -> assertThat(turn.reply()).as("%s", this).isEqualTo(last));
        plain.ifPresent(turn -> assertThat(turn.next()).as("%s", this).isEqualTo(step()));
        assertThat(get(community.receptionist.receive(message))).as("%s", this).isEqualTo(last);
        assertThat(requests()).as("%s", this).hasSize(requests);
        assertThat(bytes()).as("%s", this).isLessThanOrEqualTo(PassiveText.MOST_BYTES);
        return this;
    }

    /** Whether words said now would have no effects and leave the conversation as it is. */
    boolean wouldBeInPassing(String words) {
        return plainly(words).filter(turn -> turn.next().equals(step())).isPresent();
    }

    /** The turn of words said now, if they would have no effects: see {@link cn.huying.bot.dialogue.Dialogue#plainTurn}. */
    Optional<Turn> plainly(String words) {
        InboxId id = InboxId.ofMessage(sender, "0");
        Origin origin = new Origin(id, sender, "gh_huyingdemo01", community.clock.instant());
        return community
                .dialogue
                .plainTurn(new InboundMessage.Text(origin, words), conversation())
                .blockOptional();
    }

    private static String told(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Text text -> PassiveText.cut(text.content(), LONGEST_SHOWN);
            case InboundMessage.Voice voice -> "［语音］" + voice.recognition();
            case InboundMessage.Scanned scanned -> "［扫码］" + scanned.scene();
            case InboundMessage.Subscribed subscribed -> "［关注］" + subscribed.scene();
            case InboundMessage.Location at -> "［位置］" + at.latitude() + "," + at.longitude();
            default -> "［" + message.getClass().getSimpleName() + "］";
        };
    }

    private int bytes() {
        return last instanceof Reply.Text(String text) ? text.getBytes(StandardCharsets.UTF_8).length : 0;
    }

    Talk hears(String... parts) {
        assertThat(reply()).as("%s", this).contains(parts);
        return this;
    }

    Talk hearsNo(String... parts) {
        assertThat(reply()).as("%s", this).doesNotContain(parts);
        return this;
    }

    /** Hears a text of the files; what stands for its placeholders is given as name, value, name, value. */
    Talk hearsText(String key, String... namesAndValues) {
        return hears(text(key, namesAndValues));
    }

    static String text(String key, String... namesAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Shipped.TEXTS.render(key, values);
    }

    Talk hearsNothing() {
        assertThat(last).as("%s", this).isEqualTo(new Reply.Silence());
        return this;
    }

    Talk waitsIn(Class<? extends Step> step) {
        assertThat(step()).as("%s", this).isInstanceOf(step);
        return this;
    }

    Talk hasNoRequest() {
        assertThat(requests()).as("%s", this).isEmpty();
        return this;
    }

    Talk later(Duration time) {
        community.clock.pass(time);
        return this;
    }

    /** The process ends and another one begins on the same stores. */
    Talk afterARestart() {
        community = community.restarted();
        transcript.add("（重启）");
        return this;
    }

    /** The talk goes on with another replica. */
    public Talk on(Community other) {
        community = other;
        return this;
    }

    public String reply() {
        assertThat(last).as("%s", this).isInstanceOf(Reply.Text.class);
        return last instanceof Reply.Text(String text) ? text : "";
    }

    Conversation conversation() {
        return get(community.stores.conversations().find(sender));
    }

    public Step step() {
        return conversation().step();
    }

    /** The resident's requests, newest first. */
    public List<ServiceRequest> requests() {
        return get(community
                .stores
                .residents()
                .of(sender)
                .flatMapMany(resident -> community.stores.requests().ofRequester(resident, ALL))
                .collectList());
    }

    /** The only request there is. */
    ServiceRequest request() {
        assertThat(requests()).as("%s", this).hasSize(1);
        return requests().getFirst();
    }

    Sender sender() {
        return sender;
    }

    private static <T> T get(Mono<T> mono) {
        T value = mono.block(PATIENCE);
        assertThat(value).isNotNull();
        return value;
    }

    /** Everything that was said so far. */
    @Override
    public String toString() {
        return String.join("\n", transcript);
    }
}
