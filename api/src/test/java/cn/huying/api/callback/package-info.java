@NullMarked
package cn.huying.api.callback;

import org.jspecify.annotations.NullMarked;
