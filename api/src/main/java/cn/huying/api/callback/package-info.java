/**
 * What the encrypted callbacks of the official account and of the WeCom application have in common: the signed query, the sealed envelope,
 * the bounded body and the plain answer. Who may speak is decided here; what was said is for those who listen.
 */
@NullMarked
package cn.huying.api.callback;

import org.jspecify.annotations.NullMarked;
