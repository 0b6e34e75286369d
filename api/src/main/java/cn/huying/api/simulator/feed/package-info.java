/**
 * What happened, in the words of the page: calls, posts, cards, lines of a chat, and the stream that carries them to every open page.
 */
@NullMarked
package cn.huying.api.simulator.feed;

import org.jspecify.annotations.NullMarked;
