package cn.huying.knowledge.law.text;

import java.util.List;

/**
 * An article in its place.
 *
 * @param path the headings above it, 第二章 自然人, 第一节 民事权利能力和民事行为能力
 * @param number as printed, 第二百九十三条
 * @param text its paragraphs, a blank line between them
 */
public record Provision(List<String> path, ArticleNumber number, String text) {
    public Provision {
        path = List.copyOf(path);
    }
}
