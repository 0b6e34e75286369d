@NullMarked
package cn.huying.api.welcome;

import org.jspecify.annotations.NullMarked;
