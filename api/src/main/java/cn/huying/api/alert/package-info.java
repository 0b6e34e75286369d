/**
 * The doors for official alerts: a post with a key, and a watched folder. Both take CAP 1.2 and trust nothing in it.
 */
@NullMarked
package cn.huying.api.alert;

import org.jspecify.annotations.NullMarked;
