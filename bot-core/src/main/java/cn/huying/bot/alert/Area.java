package cn.huying.bot.alert;

import java.util.List;

/**
 * A place as the authority names it.
 *
 * @param codes what geographic codes it gives for it, for example 区划代码; may be empty
 */
public record Area(String name, List<String> codes) {
    public Area {
        codes = List.copyOf(codes);
    }
}
