package cn.huying.bot.routing;

import java.util.List;

/**
 * One line of {@code routing.yml}.
 *
 * @param name as staff read it in a request's history; unique
 * @param unit who acts first; {@code {owner}}, {@code {property}}, {@code {compound}} and {@code {grid}} are filled in
 * @param post whether groups may be told
 * @param certain whether the classifier must be sure; an emergency does not wait for that
 */
record Rule(String name, Condition when, Target to, String unit, List<Target> copies, boolean post, boolean certain) {
    Rule {
        copies = List.copyOf(copies);
    }
}
