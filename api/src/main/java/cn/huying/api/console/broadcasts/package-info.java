/** Broadcasts as staff write, approve and follow them; what is offered depends on the member's rights and on who wrote the text. */
@NullMarked
package cn.huying.api.console.broadcasts;

import org.jspecify.annotations.NullMarked;
