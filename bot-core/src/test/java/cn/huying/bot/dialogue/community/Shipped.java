package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.emergency.EmergencyScreen;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.intent.IntentReader;
import cn.huying.bot.routing.RoutingRules;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.text.Templates;
import cn.huying.knowledge.KnowledgeBase;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.index.RetrievalSettings;
import java.nio.file.Path;

/** The editable files as they are shipped, read once for all tests. */
final class Shipped {
    static final Path CONFIG = DemoTree.root().resolve("config");
    static final Taxonomy TAXONOMY = Taxonomy.load(CONFIG.resolve("taxonomy.yml"));
    static final RoutingRules RULES = RoutingRules.load(CONFIG.resolve("routing.yml"), TAXONOMY);
    static final EmergencyScreen SCREEN = EmergencyScreen.load(CONFIG.resolve("emergency.yml"));
    static final IntentReader INTENTS = IntentReader.load(CONFIG.resolve("intents.yml"));
    static final Templates TEXTS = Templates.load(CONFIG.resolve("templates")).require(Phrases.keys());
    static final KnowledgeBase KNOWLEDGE = LuceneKnowledgeBase.of(
            KnowledgeFiles.load(CONFIG.resolve("knowledge")), RetrievalSettings.load(CONFIG.resolve("retrieval.yml")));

    private Shipped() {}
}
