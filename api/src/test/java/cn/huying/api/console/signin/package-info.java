@NullMarked
package cn.huying.api.console.signin;

import org.jspecify.annotations.NullMarked;
