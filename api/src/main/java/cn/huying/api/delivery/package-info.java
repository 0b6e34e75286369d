/**
 * What calls to the platforms have in common: a client that believes no answer blindly, threads of its own for blocking calls, and one
 * way to tell what an attempt came to. The difference that matters most here is between "not sent" and "nobody knows".
 */
@NullMarked
package cn.huying.api.delivery;

import org.jspecify.annotations.NullMarked;
