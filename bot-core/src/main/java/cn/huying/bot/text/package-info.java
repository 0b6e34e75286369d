/**
 * The words people read. They live in {@code config/templates/} so that a community can change them without a build.
 */
@NullMarked
package cn.huying.bot.text;

import org.jspecify.annotations.NullMarked;
