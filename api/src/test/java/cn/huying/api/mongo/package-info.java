@NullMarked
package cn.huying.api.mongo;

import org.jspecify.annotations.NullMarked;
