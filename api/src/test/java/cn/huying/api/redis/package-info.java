@NullMarked
package cn.huying.api.redis;

import org.jspecify.annotations.NullMarked;
