package cn.huying.knowledge.faq;

import java.util.List;
import java.util.Optional;

/**
 * What a resident can do after reading an answer.
 *
 * @param category the taxonomy code to register a request under
 * @param phone the number to call
 * @param related other entries worth reading
 */
public record Action(Optional<String> category, Optional<String> phone, List<EntryId> related) {
    public Action {
        related = List.copyOf(related);
    }
}
