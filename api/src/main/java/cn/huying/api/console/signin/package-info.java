/** The door: who may come in, how often a wrong password may be tried, and where a signed-in member arrives. */
@NullMarked
package cn.huying.api.console.signin;

import org.jspecify.annotations.NullMarked;
